//go:build unix

package tree

import "syscall"

// noFollow has a file opened only where its name is no link.
const noFollow = syscall.O_NOFOLLOW
