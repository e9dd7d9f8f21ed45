package proof

import (
	"slices"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/tstools"
)

var typescript = &language{
	name: "typescript",
	faces: axis{
		{"ts24", []string{"--language", "typescript", "--runtime", "nodejs24.x"}},
		{"ts22", []string{"--language", "typescript", "--runtime", "nodejs22.x"}},
	},
	most:     budget{everyday: 8, long: 120},
	ownTests: nodeTests, // Node.js leaves the types out
	lint: func(t *testing.T, dirs []string) (findings []string) {
		for some := range slices.Chunk(dirs, 60) { // what one program takes in about a minute of a busy machine
			linted := some
			if !long {
				linted = some[max(0, len(some)-9):] // all triggers of the catalogue come last
			}
			for _, finding := range tstools.Check(t, some, linted) {
				findings = append(findings, finding.String())
			}
		}
		return findings
	},
	breaks:    typescriptMutations,
	broken:    []string{"ts22"},
	mutations: budget{everyday: 24, long: 400},
	runner:    bundleRunner{},
	probe:     typescriptProbe,
	stringify: stringify,
}

// bundleRunner builds the functions and runs their bundles as Node.js functions are run.
type bundleRunner struct{}

func (bundleRunner) start(t testing.TB, face string, homes []home) []instance {
	t.Helper()
	dirs := make([]string, len(homes))
	for i, h := range homes {
		dirs[i] = h.dir
	}
	tstools.Build(t, dirs)
	return nodeRunner{}.start(t, face, homes)
}
