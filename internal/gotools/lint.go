package gotools

import (
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/parts"
)

// Lint returns what go vet, staticcheck and gofumpt find, a line each.
func (m *Module) Lint(t testing.TB) (findings []string) {
	t.Helper()
	staticcheck, gofumpt := parts.GoTool(t, "staticcheck"), parts.GoTool(t, "gofumpt")
	_, vet := m.run(t, "go", "vet", "./...")
	for _, line := range lines(vet) {
		if !strings.HasPrefix(line, "#") && !strings.HasPrefix(line, "go: downloading") {
			findings = append(findings, "vet: "+line)
		}
	}
	out, said := m.run(t, staticcheck, "./...")
	for _, line := range append(lines(string(out)), lines(said)...) {
		findings = append(findings, "staticcheck: "+line)
	}
	out, said = m.run(t, gofumpt, "-l", ".")
	for _, line := range append(lines(string(out)), lines(said)...) {
		findings = append(findings, "gofumpt: "+line+" is formatted otherwise")
	}
	return findings
}
