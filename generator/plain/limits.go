// Package plain reads files that somebody else may have prepared: a repository is hostile until shown otherwise. It reads a
// file only where its name says, no link to elsewhere; only what ends, no device and no pipe; and no more of it than a
// limit. What the text says is left to others.
package plain

// The greatest sizes in bytes of what is read, each far beyond the largest honest one. docs/security.md lists them.
const (
	Spec     = 256 << 10 // a scaffold.yaml
	Lock     = 4 << 20   // a scaffold.lock
	Text     = 32 << 20  // a generated file, or what stands in its place
	Merged   = 2 << 20   // a team file that new text is merged into
	Function = 64 << 20  // all files of a function together
	Param    = 256 << 10 // the file of param=@FILE
	GoFile   = 1 << 20   // a Go file of a package that keysFrom needs
	Go       = 4 << 20   // all Go files of those packages together
	GoMod    = 256 << 10 // a go.mod or go.work
	Index    = 48 << 20  // git's index, four times that of the Linux kernel
	GitFile  = 4 << 10   // the .git of a worktree, which says where its directory is
)

// The greatest numbers of what is looked at.
const (
	LockFiles  = 4_000     // files that a scaffold.lock lists
	Components = 32        // names in the path of one
	Inside     = 20_000    // names in a directory of a function
	GoFiles    = 10_000    // names in the directory of a package
	Depth      = 100       // directories inside one another below DIR/...
	Entries    = 200_000   // names in one of those directories
	Dirs       = 1_000_000 // directories below DIR/...
)
