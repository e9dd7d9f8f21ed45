// Package templates holds the text of every generated file: a folder a language, and shared for all of them. What stands
// below tool/ is rewritten by scaffold, what stands below team/ belongs to people once it is written; parts/ holds pieces of
// both, and optional/ those that only some functions need: {{include "record tests" .}} parses optional/record-tests.tmpl when it
// is wanted. A file is named for the file that it makes, with .tmpl behind it, and is not made where it renders to nothing.
package templates

import "embed"

// FS holds the folders.
//
//go:embed all:go all:javascript all:python all:typescript all:shared
var FS embed.FS
