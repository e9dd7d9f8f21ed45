// Package gosyntax parses Go that anybody may have written. The parser of the standard library calls itself once for each bracket
// that is open and takes hundreds of megabytes for a file of hundreds of kilobytes that has nothing but those.
package gosyntax

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
)

// nesting is how many brackets may be open at once.
const nesting = 1000

var errDeep = errors.New("brackets lie more than 1000 deep in one another: want fewer")

// Parse parses a file as parser.ParseFile does, without objects. There may be a file beside an error.
func Parse(set *token.FileSet, name string, text []byte, mode parser.Mode) (*ast.File, error) {
	if deep(text) {
		return nil, errDeep
	}
	return parser.ParseFile(set, name, text, mode|parser.SkipObjectResolution)
}

func deep(text []byte) bool {
	var s scanner.Scanner
	s.Init(token.NewFileSet().AddFile("", -1, len(text)), text, func(token.Position, string) {}, 0)
	open := 0
	for {
		switch _, tok, _ := s.Scan(); tok {
		case token.EOF:
			return false
		case token.LPAREN, token.LBRACK, token.LBRACE:
			if open++; open > nesting {
				return true
			}
		case token.RPAREN, token.RBRACK, token.RBRACE:
			open = max(0, open-1)
		}
	}
}
