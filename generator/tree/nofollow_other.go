//go:build !unix

package tree

// noFollow has a file opened only where its name is no link: here there is no such flag.
const noFollow = 0
