// Package generator turns a resolved Spec into the files of a function. It joins what a person decided (package spec),
// what AWS demands (packages aws, policy and deploy) and the words of a language (the templates, an fs.FS).
//
// Render is the way in. It makes a Function, the model that every template sees, and from it the handler, the adapter,
// their tests, sample events, policies and the deployment template. It reads no clock, no environment and no directory:
// the same Spec and templates give the same bytes on every machine. Comparing them with a directory and writing them is
// left to package tree.
package generator
