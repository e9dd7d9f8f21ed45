package nodetest

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"regexp"
)

// testFile matches the names that node --test takes without being told: name.test.mjs and what stands below test/, in
// JavaScript and in TypeScript.
// See https://nodejs.org/api/test.html#running-tests-from-the-command-line
var testFile = regexp.MustCompile(`(?:[._-]test|(?:^|/)test-[^/]*|(?:^|/)test|(?:^|/)test/.*)\.[cm]?[jt]s$`)

// Files returns the test files in a function's directory, by their real paths, which are the ones that node reports.
func Files(dir string) ([]string, error) {
	dir, err := filepath.EvalSymlinks(dir)
	if err == nil {
		dir, err = filepath.Abs(dir)
	}
	if err != nil {
		return nil, fmt.Errorf("find tests: %w", err)
	}
	var files []string
	err = filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && entry.Name() == "node_modules" {
			return filepath.SkipDir
		}
		inside, err := filepath.Rel(dir, path)
		if err == nil && !entry.IsDir() && testFile.MatchString(filepath.ToSlash(inside)) {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("find tests: %w", err)
	}
	return files, nil
}
