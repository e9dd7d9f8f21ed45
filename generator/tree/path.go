package tree

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-0554dd89/scaffold/generator/plain"
)

// CheckPath says why path cannot be a generated file on every system that people check functions out on, or nil.
// It is what keeps names that people type from leaving the directory.
func CheckPath(path string) error {
	if err := pathProblem(path); err != nil {
		return fmt.Errorf("path %q: %w", path, err)
	}
	return nil
}

func pathProblem(path string) error {
	switch {
	case path == "":
		return errors.New("is empty: want a file name")
	case !utf8.ValidString(path):
		return errors.New("is not UTF-8")
	case strings.HasPrefix(path, "/"):
		return errors.New("is absolute: want one inside the directory")
	case len(path) > 1024:
		return errors.New("is longer than 1024 bytes")
	case strings.Count(path, "/") >= plain.Components:
		return fmt.Errorf("has more than %d components", plain.Components)
	}
	for rest, more := path, true; more; {
		var name string
		name, rest, more = strings.Cut(rest, "/")
		if err := nameProblem(name); err != nil {
			return err
		}
	}
	return nil
}

// nameProblem says what is wrong with one component of a path.
// Where Windows is stricter than others it follows https://learn.microsoft.com/windows/win32/fileio/naming-a-file.
func nameProblem(name string) error {
	switch {
	case name == "":
		return errors.New("has an empty component")
	case name == "." || name == "..":
		return fmt.Errorf("has the component %q: want plain names only", name)
	case len(name) > 255:
		return errors.New("has a component longer than 255 bytes")
	case strings.EqualFold(name, ".git") || strings.EqualFold(name, "git~1"):
		return fmt.Errorf("has the component %q: git's own directory is not written to", name)
	}
	for _, r := range name {
		if strings.ContainsRune(`\<>:"|?*`, r) || !unicode.IsPrint(r) {
			return fmt.Errorf("contains %q: not allowed in file names everywhere", r)
		}
	}
	if strings.HasPrefix(name, " ") || strings.HasSuffix(name, " ") || strings.HasSuffix(name, ".") {
		return fmt.Errorf("has the component %q: want no blank at either end and no dot at the end", name)
	}
	if reserved(name) {
		return fmt.Errorf("has the component %q: Windows reserves this name", name)
	}
	return nil
}

// reserved reports whether Windows takes name for a device, with any extension: "nul", "Com1.txt".
func reserved(name string) bool {
	base, _, _ := strings.Cut(name, ".")
	base = strings.ToUpper(strings.TrimRight(base, " "))
	switch base {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	port, isCom := strings.CutPrefix(base, "COM")
	if !isCom {
		var isLpt bool
		if port, isLpt = strings.CutPrefix(base, "LPT"); !isLpt {
			return false
		}
	}
	return utf8.RuneCountInString(port) == 1 && strings.Contains("0123456789¹²³", port)
}

// fold gives two names that differ only in case the same spelling, as strings.EqualFold compares.
func fold(s string) string {
	ascii := true
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii {
		// K and S have non-ASCII relatives (the Kelvin sign, the long s); both fold to the capital below as well.
		return strings.ToUpper(s)
	}
	return strings.Map(func(r rune) rune {
		least := r
		for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
			least = min(least, next)
		}
		return least
	}, s)
}
