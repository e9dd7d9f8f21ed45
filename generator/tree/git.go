package tree

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/seed-0554dd89/scaffold/generator/plain"
)

// Git tells what git holds of files, so that nothing is lost with them. It reads indexes, each once, and runs no program: the
// settings of a repository can have git run others. Its zero value knows nothing yet; several goroutines may use it.
type Git struct {
	mu      sync.Mutex
	indexes map[string]*gitIndex // by the top of the working tree
}

// held is what git holds of one directory.
type held struct {
	index *gitIndex // empty where it could not be read
	dir   string    // from the top of the working tree, with a slash at its end
}

// under finds the working tree that a directory is in; nil is none.
func (g *Git) under(dir string) (*held, error) {
	real, err := Physical(dir)
	if err != nil {
		return nil, err
	}
	for top := real; ; top = filepath.Dir(top) {
		if exists(filepath.Join(top, ".git")) {
			inside, err := filepath.Rel(top, real)
			return &held{g.index(top), strings.TrimPrefix(filepath.ToSlash(inside)+"/", "./")}, err
		}
		if top == filepath.Dir(top) {
			return nil, nil
		}
	}
}

func (g *Git) index(top string) *gitIndex {
	g.mu.Lock()
	defer g.mu.Unlock()
	if x := g.indexes[top]; x != nil {
		return x
	}
	x, err := readIndex(top)
	if err != nil {
		x = &gitIndex{} // it shows nothing
	}
	if g.indexes == nil {
		g.indexes = map[string]*gitIndex{}
	}
	g.indexes[top] = x
	return x
}

func readIndex(top string) (*gitIndex, error) {
	dir := filepath.Join(top, ".git")
	if info, err := os.Stat(dir); err == nil && !info.IsDir() { // a worktree's or submodule's
		text, err := plain.Read(dir, plain.GitFile)
		path, ok := strings.CutPrefix(strings.TrimSpace(string(text)), "gitdir: ")
		if err != nil || !ok {
			return nil, errors.Join(err, errIndex)
		}
		if dir = path; !filepath.IsAbs(dir) {
			dir = filepath.Join(top, dir)
		}
	}
	data, err := plain.Read(filepath.Join(dir, "index"), plain.Index)
	if err != nil {
		return nil, err
	}
	return parseIndex(data)
}

// text reports whether git holds this text of a file in the directory.
func (h *held) text(name string, text []byte) bool {
	return h != nil && h.index.names(h.dir+name, text)
}

// tracks reports whether git knows a file of this name in the directory.
func (h *held) tracks(name string) bool {
	return h != nil && h.index.files[h.dir+name] != ""
}
