package parts_test

import (
	"os/exec"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/parts"
)

// Each part answers: it is the program that its name promises. Installed by bash .ci/parts.
func TestPartsAnswer(t *testing.T) {
	for _, c := range []struct {
		name    string
		command func(testing.TB) []string
		want    string
	}{
		{"node22", func(t testing.TB) []string { return []string{parts.Node(t, 22), "--version"} }, "v22."},
		{"node24", func(t testing.TB) []string { return []string{parts.Node(t, 24), "--version"} }, "v24."},
		{"python", func(t testing.TB) []string { return []string{parts.Python(t), "--version"} }, "Python 3."},
	} {
		t.Run(c.name, func(t *testing.T) {
			command := c.command(t)
			out, err := exec.Command(command[0], command[1:]...).CombinedOutput()
			if err != nil || !strings.HasPrefix(string(out), c.want) {
				t.Errorf("%q: got %q, %v; want %s...", command, out, err, c.want)
			}
		})
	}
}

// A missing part fails the test in CI and skips it elsewhere; both say how it is installed.
func TestMissingPart(t *testing.T) {
	t.Setenv("SCAFFOLD_PARTS", t.TempDir())
	for _, c := range []struct {
		ci   string
		want verdict
	}{{"true", failed}, {"", skipped}} {
		t.Setenv("CI", c.ci)
		for name, look := range map[string]func(testing.TB) string{
			"ESLint":  parts.ESLint,
			"Moto":    parts.Moto,
			"AWS":     parts.AWS,
			"CfnLint": parts.CfnLint,
			"GoTool":  func(t testing.TB) string { return parts.GoTool(t, "gofumpt") },
			"RIC":     func(t testing.TB) string { return parts.RIC(t, 24) },
		} {
			spy := &spy{TB: t}
			ends(func() { look(spy) })
			if spy.verdict != c.want || !strings.Contains(spy.said, "bash .ci/parts") {
				t.Errorf("CI=%q, %s missing: got %s and %q, want %s and the command", c.ci, name, spy.verdict, spy.said, c.want)
			}
		}
	}
}
