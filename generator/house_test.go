package generator_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/seed-0554dd89/scaffold/"

// TestHouse holds the packages against what each may know: its own imports of ours, and the libraries that only one place
// may import. It asks go list, which comes with Go.
func TestHouse(t *testing.T) {
	may := map[string][]string{
		"generator/aws":                {},
		"generator/policy":             {},
		"generator/plain":              {},
		"generator/gosyntax":           {},
		"generator/tree":               {"generator/plain"},
		"generator/spec":               {"generator/aws", "generator/plain"},
		"generator/gotype":             {"generator/gosyntax", "generator/plain", "generator/spec"},
		"generator/deploy":             {"generator/policy"},
		"generator":                    {"generator/aws", "generator/policy", "generator/spec", "generator/deploy", "generator/gosyntax", "generator/tree"},
		"templates":                    {},
		"cmd/scaffold/internal/prompt": {"generator/aws", "generator/spec"},
	}
	alone := map[string]string{
		"github.com/AlecAivazis/survey/v2": "cmd/scaffold/internal/prompt",
		"github.com/spf13/cobra":           "cmd/scaffold",
		"golang.org/x/tools/go/packages":   "", // start-up pays 0.5 ms for the type checker
		"net/http":                         "", // start-up pays 0.4 ms for it
		"os/exec":                          "", // scaffold starts no program, whatever a repository says
	}
	for name, imports := range packages(t) {
		allowed, known := may[name]
		for _, path := range imports {
			ours, isOurs := strings.CutPrefix(path, module)
			if known && isOurs && !slices.Contains(allowed, ours) {
				t.Errorf("%s imports %s: want only %v", name, ours, allowed)
			}
			if place, only := alone[path]; only && place != name {
				t.Errorf("%s imports %s, which is left to %q", name, path, place)
			}
		}
	}
}

// packages are the imports of each package that the program is made of.
func packages(t *testing.T) map[string][]string {
	t.Helper()
	command := exec.Command("go", "list", "-json=ImportPath,Imports", "-deps", module+"cmd/scaffold")
	out, err := command.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	all := map[string][]string{}
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		if name, ours := strings.CutPrefix(p.ImportPath, module); ours {
			all[name] = p.Imports
		}
	}
}
