//go:build unix

package main

import (
	"os"
	"syscall"
)

// isPrivate reports whether a directory is the user's and nobody else may write into it.
func isPrivate(info os.FileInfo) bool {
	stat, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(stat.Uid) == os.Geteuid() && info.Mode().Perm()&0o022 == 0 && info.Mode().Perm()&0o300 == 0o300
}
