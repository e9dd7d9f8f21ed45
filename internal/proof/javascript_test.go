package proof

import (
	"fmt"
	"path"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/eslint"
	"github.com/seed-0554dd89/scaffold/internal/nodetest"
)

// ESLint's recommended rules have nothing to say about generated code. Functions with the same code are linted once.
// ESLint is installed by bash .ci/parts.
func TestESLint(t *testing.T) {
	seen := map[string]bool{}
	var dirs []string
	for _, v := range variants(t) {
		code := ""
		for file := range render(t, v.function(t)).All() {
			if path.Ext(file.Path) == ".mjs" || path.Ext(file.Path) == ".cjs" {
				code += file.Path + string(file.Data)
			}
		}
		if !seen[code] {
			seen[code] = true
			dirs = append(dirs, v.dir(t))
		}
	}
	for _, finding := range eslint.Check(t, dirs) {
		t.Errorf("%v", finding)
	}
}

// The tests that come with a function pass at once, with nothing installed, and there is no function without tests: on the
// Node.js of its runtime, in the longer proof on the other as well. Node.js 22 and 24 are installed by bash .ci/parts.
func TestOwnTests(t *testing.T) {
	for _, major := range []int{22, 24} {
		t.Run(fmt.Sprint(major), func(t *testing.T) {
			var run []variant
			var dirs []string
			for _, v := range variants(t) {
				if long || v.major() == major {
					run, dirs = append(run, v), append(dirs, v.dir(t))
				}
			}
			for i, result := range nodetest.Run(t, major, dirs) {
				if !result.OK() || result.Passed < 3 || result.Skipped > 0 {
					t.Errorf("%s: %v", run[i], result)
				}
			}
		})
	}
}
