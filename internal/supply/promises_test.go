package supply

import (
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Each promise of docs/security.md names tests that hold it, and all of them exist. The pages that lead to it are there.
func TestPromises(t *testing.T) {
	have := testNames(t)
	named := regexp.MustCompile("`((?:Test|Fuzz)\\w+)`")
	promises := 0
	for promise := range strings.SplitSeq(read(t, filepath.Join(root, "docs", "security.md")), "\n- ") {
		promise, _, _ = strings.Cut(promise, "\n\n")
		if strings.HasPrefix(promise, "#") {
			continue // what stands before the first
		}
		promises++
		names := named.FindAllStringSubmatch(promise, -1)
		if len(names) == 0 {
			t.Errorf("no test holds this: %.80s...", promise)
		}
		for _, name := range names {
			if !have[name[1]] {
				t.Errorf("there is no %s, which is to hold: %.80s...", name[1], promise)
			}
		}
	}
	if promises < 10 {
		t.Errorf("got %d promises, want those of docs/security.md", promises)
	}
	for page, link := range map[string]string{"README.md": "(SECURITY.md)", "SECURITY.md": "(docs/security.md)"} {
		if !strings.Contains(read(t, filepath.Join(root, page)), link) {
			t.Errorf("%s does not link %s", page, link)
		}
	}
}

// testNames are the tests and fuzz targets of all packages.
func testNames(t *testing.T) map[string]bool {
	t.Helper()
	names := map[string]bool{}
	declared := regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)\w+)\(`)
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && entry.IsDir() && strings.HasPrefix(entry.Name(), ".") && path != root {
			return fs.SkipDir
		}
		if err == nil && strings.HasSuffix(path, "_test.go") {
			for _, found := range declared.FindAllStringSubmatch(read(t, path), -1) {
				names[found[1]] = true
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}
