package tree

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestCheckPath(t *testing.T) {
	for _, path := range []string{
		"a", "src/index.mjs", ".gitignore", ".gitkeep", "events/über.json", "a b/c d", "日本.json", "-- x --",
		"console", "com", "com10", "com1x", "lpt", "nulls.txt", "a..b", "...a", strings.Repeat("x", 255), "$(x)", "`id`",
	} {
		if err := CheckPath(path); err != nil {
			t.Errorf("refused: %v", err)
		}
	}
	for path, want := range map[string]string{
		"":                              "is empty",
		"/etc/passwd":                   "is absolute",
		"..":                            `component ".."`,
		"../x":                          `component ".."`,
		"a/../../x":                     `component ".."`,
		"a/./b":                         `component "."`,
		"a//b":                          "empty component",
		"a/":                            "empty component",
		`a\b`:                           `'\\'`,
		`..\x`:                          `'\\'`,
		"C:/x":                          `':'`,
		"a\x00b":                        `'\x00'`,
		"a\nb":                          `'\n'`,
		"a\u202eb":                      `'\u202e'`,
		"a\u2028b":                      `'\u2028'`,
		"a\u00a0":                       `'\u00a0'`,
		"a\xffb":                        "not UTF-8",
		"a.":                            "no dot at the end",
		"a./b":                          "no dot at the end",
		"a ":                            "no blank",
		" a":                            "no blank",
		"...":                           "no dot at the end",
		"con":                           "Windows reserves",
		"src/NUL":                       "Windows reserves",
		"nul.txt":                       "Windows reserves",
		"nul .tar.gz":                   "Windows reserves",
		"Com1.txt":                      "Windows reserves",
		"lpt¹":                          "Windows reserves",
		"CONIN$":                        "Windows reserves",
		".git/hooks/post-commit":        "git's own directory",
		"a/.GIT/config":                 "git's own directory",
		"GIT~1":                         "git's own directory",
		strings.Repeat("x", 256):        "longer than 255",
		strings.Repeat("x/", 600):       "longer than 1024",
		"what?":                         `'?'`,
		"a/" + strings.Repeat("é", 128): "longer than 255",
	} {
		if err := CheckPath(path); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("CheckPath(%q) = %v; want an error with %q", path, err, want)
		}
	}
}

// FuzzPath holds CheckPath against what the standard library takes for a local path, on any system.
func FuzzPath(f *testing.F) {
	for _, seed := range []string{"a/b", "../x", "a/../../x", `..\x`, "C:x", "nul", "a\x00", "/", "~/x", "a/.git/config"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, path string) {
		if CheckPath(path) != nil {
			return
		}
		if !filepath.IsLocal(path) || filepath.ToSlash(filepath.Clean(path)) != path || strings.ContainsAny(path, "\\:\x00\n\r\t") {
			t.Errorf("CheckPath accepts %q", path)
		}
		if got := fold(path); fold(got) != got || !strings.EqualFold(got, path) {
			t.Errorf("fold(%q) = %q; want a fixed point in another case", path, got)
		}
	})
}
