package proof

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/shell"
	"github.com/seed-0554dd89/scaffold/internal/parts"
)

// A function in TypeScript does what its README says in its own directory, with what package.json names from the registry:
// it installs, its tests pass, tsc has nothing to say, and it builds. It needs the network.
func TestTypeScriptInstalled(t *testing.T) {
	if !long {
		t.Skip("a longer proof; it asks for SCAFFOLD_PROOF=1")
	}
	for _, face := range typescript.faces {
		t.Run(face.name, func(t *testing.T) {
			args := []string{"hello", "--key", "key1=a", "--trigger", "apigateway-rest", "--trigger", "codepipeline", "--trigger", "codedeploy-hook"}
			f := function(t, parse(t, slices.Concat(args, face.args)))
			dir := write(t, render(t, f))
			path := filepath.Dir(parts.Node(t, nodeMajor(face.name))) + string(os.PathListSeparator) + os.Getenv("PATH")
			for _, line := range slices.Concat(f.TestCommands(), []shell.Command{shell.Parse("npm run typecheck")}, f.BuildCommands()) {
				words := strings.Fields(line.String())
				program, err := exec.LookPath(words[0])
				if words[0] == "node" {
					program, err = parts.Node(t, nodeMajor(face.name)), nil
				}
				if err != nil {
					t.Fatal(err)
				}
				cmd := exec.Command(program, words[1:]...)
				cmd.Dir, cmd.Env = dir, append(os.Environ(), "PATH="+path)
				if output, err := cmd.CombinedOutput(); err != nil {
					t.Fatalf("%s: %v\n%s", line, err, output)
				}
			}
			if _, err := os.Stat(filepath.Join(dir, "dist", "index.mjs")); err != nil {
				t.Error(err)
			}
		})
	}
}
