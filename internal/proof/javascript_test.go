package proof

import (
	"fmt"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/eslint"
	"github.com/seed-0554dd89/scaffold/internal/nodetest"
)

// ESLint's recommended rules have nothing to say about generated code. ESLint is installed by bash .ci/parts.
func TestESLint(t *testing.T) {
	all := variants(t)
	dirs := make([]string, len(all))
	for i, v := range all {
		dirs[i] = write(t, render(t, v.function(t)))
	}
	for _, finding := range eslint.Check(t, dirs) {
		t.Errorf("%v", finding)
	}
}

// The tests that come with a function pass at once, with nothing installed, on the Node.js of both runtimes, and there is
// none without tests. Node.js 22 and 24 are installed by bash .ci/parts.
func TestOwnTests(t *testing.T) {
	all := variants(t)
	dirs := make([]string, len(all))
	for i, v := range all {
		dirs[i] = write(t, render(t, v.function(t)))
	}
	for _, major := range []int{22, 24} {
		t.Run(fmt.Sprint(major), func(t *testing.T) {
			for i, result := range nodetest.Run(t, major, dirs) {
				if !result.OK() || result.Passed < 3 || result.Skipped > 0 {
					t.Errorf("%s: %v", all[i], result)
				}
			}
		})
	}
}
