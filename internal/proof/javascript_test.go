package proof

import (
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/eslint"
	"github.com/seed-0554dd89/scaffold/internal/lambdaapi"
	"github.com/seed-0554dd89/scaffold/internal/nodetest"
)

var javascript = &language{
	name: "javascript",
	faces: axis{
		{"async24", []string{"--runtime", "nodejs24.x"}},
		{"async22", []string{"--runtime", "nodejs22.x", "--style", "async"}},
		{"callback22", []string{"--runtime", "nodejs22.x", "--style", "callback"}},
		{"context22", []string{"--runtime", "nodejs22.x", "--style", "context"}},
	},
	most:     budget{everyday: 40, long: 400},
	ownTests: nodeTests,
	lint: func(t *testing.T, dirs []string) (findings []string) {
		for _, finding := range eslint.Check(t, dirs) {
			findings = append(findings, finding.String())
		}
		return findings
	},
	breaks:    javascriptMutations,
	broken:    []string{"async22", "callback22", "context22"},
	mutations: budget{everyday: 48, long: 700},
	runner:    nodeRunner{},
	stringify: stringify,
	probe:     javascriptProbe,
}

// nodeMajor is the version of Node.js that a face ends in.
func nodeMajor(face string) int {
	if strings.HasSuffix(face, "24") {
		return 24
	}
	return 22
}

// nodeTests runs node --test on the Node.js of the face.
func nodeTests(t *testing.T, face string, dirs []string) (all []outcome) {
	for _, result := range nodetest.Run(t, nodeMajor(face), dirs) {
		o := outcome{passed: result.Passed, skipped: result.Skipped}
		for _, failure := range result.Failed {
			o.failed = append(o.failed, failure.File+": "+failure.Name+"\n"+failure.Error)
			if failure.Name == failure.File || failure.Name == "node --test" {
				o.broken = failure.Error
			}
		}
		all = append(all, o)
	}
	return all
}

// nodeRunner runs all functions of a face in one process of aws-lambda-ric.
type nodeRunner struct{}

func (nodeRunner) start(t testing.TB, face string, homes []home) []instance {
	t.Helper()
	var entries []lambdaapi.Entry
	for _, h := range homes {
		entries = append(entries, lambdaapi.Entry{Dir: h.dir, Handler: h.handler, Env: h.env})
	}
	many := lambdaapi.StartMany(t, nodeMajor(face), entries)
	all := make([]instance, len(homes))
	for i := range all {
		all[i] = instance{failed: many.InitError(i), invoke: func(event []byte) (lambdaapi.Result, error) { return many.Invoke(i, event) }}
	}
	return all
}

// The tests pass on the other Node.js as well, where a person may run them. Node.js is installed by bash .ci/parts.
func TestOwnTestsOnOtherNode(t *testing.T) {
	if !long {
		t.Skip("a longer proof; it asks for SCAFFOLD_PROOF=1")
	}
	for _, major := range []int{22, 24} {
		var run []variant
		var dirs []string
		for _, v := range javascript.variants() {
			if nodeMajor(v.face().name) != major {
				run, dirs = append(run, v), append(dirs, v.dir(t))
			}
		}
		for i, result := range nodetest.Run(t, major, dirs) {
			if !result.OK() {
				t.Errorf("%s on Node.js %d: %v", run[i], major, result)
			}
		}
	}
}
