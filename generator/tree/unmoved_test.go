package tree

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// Unmoved says yes only where a full comparison finds nothing to do.
func TestUnmoved(t *testing.T) {
	r := NewReader()
	other := stamp
	other.Input = DigestText(nil)
	for _, test := range []struct {
		name  string
		act   func(dir string) error
		stamp Stamp
		want  bool
	}{
		{"nothing", func(string) error { return nil }, stamp, true},
		{"team file edited", func(dir string) error { return os.WriteFile(filepath.Join(dir, "team"), nil, 0o666) }, stamp, true},
		{"team file removed", func(dir string) error { return os.Remove(filepath.Join(dir, "team")) }, stamp, true},
		{"line ends", func(dir string) error { return os.WriteFile(filepath.Join(dir, "tool"), []byte("t1\r\n"), 0o666) }, stamp, true},
		{"other input", func(string) error { return nil }, other, false},
		{"tool file edited", func(dir string) error { return os.WriteFile(filepath.Join(dir, "tool"), nil, 0o666) }, stamp, false},
		{"tool file removed", func(dir string) error { return os.Remove(filepath.Join(dir, "tool")) }, stamp, false},
		{"tool file a link", func(dir string) error {
			return errors.Join(os.Rename(filepath.Join(dir, "tool"), filepath.Join(dir, "x")), os.Symlink("x", filepath.Join(dir, "tool")))
		}, stamp, false},
		{"lock removed", func(dir string) error { return os.Remove(filepath.Join(dir, LockName)) }, stamp, false},
		{"lock edited", func(dir string) error { return os.WriteFile(filepath.Join(dir, LockName), nil, 0o666) }, stamp, false},
	} {
		dir := generatedBefore(t)
		if err := test.act(dir); err != nil {
			t.Fatal(err)
		}
		var seen []string
		r.Open(dir)
		got, err := r.Unmoved(test.stamp, func(path string, text []byte) { seen = append(seen, path) })
		if err != nil || got != test.want {
			t.Errorf("%s: %v, %v", test.name, got, err)
		}
		if test.name == "nothing" && !slices.Equal(seen, []string{"team", "tool"}) {
			t.Errorf("saw %q", seen)
		}
		plan, err := CompareGenerated(dir, wantedNow(t, "t1\n", "a\nb\nc\n"), GenerateOptions{Stamp: stamp})
		if err != nil || got && (!plan.Empty() || len(plan.Edited()) > 0 || len(plan.Conflicts()) > 0) {
			t.Errorf("%s: unmoved, but %v\n%s", test.name, err, text(plan))
		}
	}
}
