package lambdaapi

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// Each of many functions has its own environment. Node.js and aws-lambda-ric are installed by bash .ci/parts.
func TestManyEnvironments(t *testing.T) {
	entries := []Entry{
		{Dir: testdata(t), Handler: "styles.environment", Env: map[string]string{"LOG_TABLE": "Orders"}},
		{Dir: testdata(t), Handler: "styles.environment"},
	}
	many := StartMany(t, 24, entries)
	for i, want := range []string{`"Orders"`, "null", `"Orders"`} {
		if got := verdict(t, func(event []byte) (Result, error) { return many.Invoke(i%2, event) }); got != want {
			t.Errorf("invocation %d: got %s, want %s", i, got, want)
		}
	}
}

// What a function costs among many, the start of the process included, and alone. Installed by bash .ci/parts.
func BenchmarkFunctions(b *testing.B) {
	const count = 200
	text, err := os.ReadFile("testdata/module.mjs")
	if err != nil {
		b.Fatal(err)
	}
	entries := make([]Entry, count)
	for i := range entries {
		entries[i] = Entry{Dir: b.TempDir(), Handler: "module.handler"}
		if err := os.WriteFile(filepath.Join(entries[i].Dir, "module.mjs"), text, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	for _, major := range []int{22, 24} {
		b.Run(fmt.Sprintf("many/%d", major), func(b *testing.B) {
			for b.Loop() {
				many := StartMany(b, major, entries)
				for i := range entries {
					if result, err := many.Invoke(i, []byte(`{"key1":"a"}`)); err != nil || result.Err != nil {
						b.Fatal(result.Err, err)
					}
				}
			}
			b.ReportMetric(b.Elapsed().Seconds()*1000/float64(b.N*count), "ms/function")
		})
		b.Run(fmt.Sprintf("alone/%d", major), func(b *testing.B) {
			for b.Loop() {
				s, err := StartNode(b, major, entries[0].Dir, "module.handler")
				if err != nil {
					b.Fatal(err)
				}
				if result, err := s.Invoke([]byte(`{"key1":"a"}`)); err != nil || result.Err != nil {
					b.Fatal(result.Err, err)
				}
				_ = s.Close()
			}
			b.ReportMetric(b.Elapsed().Seconds()*1000/float64(b.N), "ms/function")
		})
	}
}
