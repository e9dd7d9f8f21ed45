package main

import (
	"path"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/tree"
)

// inTheWay is the error of a function with conflicts.
func generateInTheWay(dir string, conflicts []tree.Change) error {
	var problems spec.Problems
	for _, c := range conflicts {
		p := problems.Add("", c.Reason, "want it moved away")
		p.Where = pathIn(dir, c.Path)
		if c.Path == tree.LockName {
			p.Want, p.Hint = "want the lock as scaffold wrote it", fix{command: "git checkout --", of: filesInThem, file: c.Path}.line(dir)+" brings it back"
		}
	}
	if last := problems[len(problems)-1]; last.Hint == "" {
		last.Hint = "nothing is written to " + dir
	}
	return problems
}

// instead says where a person decides what an edited tool file says.
func instead(file string) string {
	dir, base := path.Split(file)
	switch {
	case dir == "policies/" && base == "README.md":
		return "words of your own in README.md"
	case dir == "policies/" && strings.HasPrefix(base, "execution-policy"):
		return "access in scaffold.yaml: statement takes any statement"
	case dir == "policies/":
		return "triggers in scaffold.yaml"
	case dir == "events/":
		return "events of your own under other names in events/"
	}
	return "keys and triggers in scaffold.yaml, and code of your own in the file beside it"
}

// unproven is the problem of a file that a lock lists and that nothing else shows to be scaffold's. No flag removes or replaces
// it: a lock can be anybody's.
func unproven(dir string, c tree.Change) *spec.Problem {
	file := pathIn(dir, c.Path)
	return &spec.Problem{
		Where: file, Is: c.Reason, Want: "want it looked at: if it is yours, take its lines out of " + tree.LockName + "; if not, remove it",
		Hint: "rm -- " + quoted(file) + " removes it; then: scaffold generate " + quoted(dir),
	}
}
