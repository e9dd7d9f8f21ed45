//go:build !unix

package plain

import "os"

const unblocked = 0

func openDir(name string) (*os.File, error) { return os.Open(name) }

// ReadInto is Read; space is not used.
func ReadInto(_ []byte, name string, limit int) ([]byte, error) {
	named, err := os.Lstat(name)
	if err != nil {
		return nil, err
	}
	if problem := Kind(named.Mode()); problem != nil {
		return nil, problem
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	return readSame(file, named, limit)
}
