package supply

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// manifests is where the parts are named, each at its version, with what their downloads are held against.
const manifests = "../../.ci/parts.d"

// Every line of CI's scripts that installs something does it in a way that takes only what a lock names.
func TestInstallsArePinned(t *testing.T) {
	scripts, err := filepath.Glob("../../.ci/*")
	if err != nil || len(scripts) < 3 {
		t.Fatalf("CI's scripts are %q, %v", scripts, err)
	}
	for _, name := range scripts {
		if filepath.Base(name) == "parts.d" {
			continue
		}
		for _, line := range unpinned(read(t, name)) {
			t.Errorf("%s installs what no lock names: %s\nsay what in .ci/parts.d and run: bash .ci/lock", name, line)
		}
	}
}

// installers are the ways to bring in something from outside, and what such a command must say to be held against a lock.
// One without words is refused whatever it says.
var installers = []struct {
	command string
	says    []string
}{
	{`\bpip[0-9.]*"? .*(install|download|wheel)\b`, []string{"--require-hashes", "--no-deps", "--only-binary :all:"}},
	{`\b(npm|npm_in)\b.* (install|i|add|exec|update)\b`, []string{"--package-lock-only"}},
	{`\bgo (install|get|run)\b`, []string{"-mod=readonly"}},
	{`\bgo .*@(v[0-9]|latest|main|master)`, nil},
	{`\buv (pip )?(install|sync|tool|run|add)\b`, nil},
	{`\b(npx|pnpm|yarn|bunx?|uvx|pipx|easy_install|gem|cargo|brew|conda) `, nil},
	{`\b(curl|wget|git clone|docker|podman) `, nil},
	{`\bapt(-get)? .*install\b`, []string{"--no-install-recommends"}}, // Debian's signature holds it, and no lock
	{`\bapt(-get)? .*download\b`, []string{`"${from[@]}"`}},           // signed by Debian's keys alone, see debian_python
	{`allow-unauthenticated|trusted=yes|AllowInsecureRepositories=true|--no-gpg-check|GONOSUMDB|GONOSUMCHECK|GOFLAGS=-insecure|GOSUMDB=off`, nil},
}

// unpinned are the commands of a script that are not held against a lock. What scripts say to people is no command.
func unpinned(script string) (commands []string) {
	script = strings.NewReplacer("\\\n", " ", "||", "\n", "&&", "\n").Replace(script)
	for command := range strings.Lines(script) {
		command = strings.TrimSpace(command)
		for _, installer := range installers {
			if !said.MatchString(command) && regexp.MustCompile(installer.command).MatchString(command) && !saysAll(command, installer.says) {
				commands = append(commands, command)
				break
			}
		}
	}
	return commands
}

var said = regexp.MustCompile(`^(#|fail |say )`)

func saysAll(line string, words []string) bool {
	for _, word := range words {
		if !strings.Contains(line, word) {
			return false
		}
	}
	return len(words) > 0
}

// What is refused and what is not, line by line.
func TestUnpinned(t *testing.T) {
	for line, want := range map[string]bool{
		`"$python" -m pip install -r x.txt`:                                                             true,
		`"$python" -m pip install --require-hashes -r x.txt`:                                            true,
		`"$python" -m pip --python "$p" install --require-hashes --no-deps --only-binary :all: -r "$x"`: false,
		"pip3 \\\n  install requests":                                                                   true,
		`quietly npm_in "$parts/eslint" ci`:                                                             false,
		`quietly npm_in "$parts/eslint" install eslint@10`:                                              true,
		`npm install --no-package-lock left-pad`:                                                        true,
		`npx left-pad`:                                                                                  true,
		`GOBIN=$parts go install mvdan.cc/gofumpt@v0.12.0`:                                              true,
		`GOBIN=$parts quietly go install -mod=readonly tool`:                                            false,
		`go install -mod=readonly mvdan.cc/gofumpt@latest`:                                              true,
		`go run golang.org/x/tools/cmd/stringer@v0.52.0`:                                                true,
		`go test ./...`:          false,
		`curl -fsSL "$url" | sh`: true,
		`uvx ruff check`:         true,
		`quietly apt-get "${from[@]}" download python3.14`:   false,
		`quietly apt-get download python3.14`:                true,
		`printf 'deb [trusted=yes] %s sid main\n' "$mirror"`: true,
		`fail "apt-get could not install them"`:              false,
		`true || npm install left-pad`:                       true,
		`# npm install is not for CI`:                        false,
	} {
		if got := len(unpinned(line)) > 0; got != want {
			t.Errorf("%s: refused is %v, want %v", line, got, want)
		}
	}
}

// Every package for Python is named with the digests of its files, at the version that people wrote down.
func TestPythonLocks(t *testing.T) {
	sources, err := filepath.Glob(manifests + "/*.in")
	if err != nil || len(sources) == 0 {
		t.Fatalf("no manifests: %v", err)
	}
	pin := regexp.MustCompile(`(?m)^[\w.-]+(\[\w+\])?==[^\s;]+`)
	extras := regexp.MustCompile(`\[\w+\]`) // the lock names what they bring
	locked := regexp.MustCompile(`^[\w.-]+==\S+( ; [^\\]+)?( \\\n    --hash=sha256:[0-9a-f]{64})+\n$`)
	for _, source := range sources {
		lock := regexp.MustCompile(`(?m)^#.*\n`).ReplaceAllString(read(t, strings.TrimSuffix(source, ".in")+".txt"), "")
		packages := regexp.MustCompile(`(?m)^\w`).FindAllStringIndex(lock, -1)
		for i, at := range packages {
			end := len(lock)
			if i+1 < len(packages) {
				end = packages[i+1][0]
			}
			if entry := lock[at[0]:end]; !locked.MatchString(entry) {
				t.Errorf("%s: the lock has no digest, or more than digests, for %.200s", source, entry)
			}
		}
		for _, wanted := range pin.FindAllString(read(t, source), -1) {
			if wanted = extras.ReplaceAllString(wanted, ""); !strings.Contains("\n"+lock, "\n"+wanted+" ") {
				t.Errorf("%s: the lock has another %s", source, wanted)
			}
		}
	}
}

// Every package for Node.js is named with npm's integrity, at the version that people wrote down, and from no registry.
func TestNodeLocks(t *testing.T) {
	sources, err := filepath.Glob(manifests + "/*/package.json")
	if err != nil || len(sources) == 0 {
		t.Fatalf("no manifests: %v", err)
	}
	for _, source := range sources {
		var manifest nodePackage
		var lock struct {
			LockfileVersion int
			Packages        map[string]nodePackage
		}
		decode(t, source, &manifest)
		decode(t, filepath.Join(filepath.Dir(source), "package-lock.json"), &lock)
		for name, locked := range lock.Packages {
			// What a package brings in its own archive is held by the integrity of that.
			if name != "" && !locked.InBundle && (locked.Version == "" || !strings.HasPrefix(locked.Integrity, "sha512-") || locked.Resolved != "") {
				t.Errorf("%s: the lock has %+v for %s: want an integrity and no address", source, locked, name)
			}
		}
		root := lock.Packages[""]
		if lock.LockfileVersion != 3 || !maps.Equal(root.Dependencies, manifest.Dependencies) || !maps.Equal(root.OptionalDependencies, manifest.OptionalDependencies) {
			t.Errorf("%s: the lock is of %v and %v: run bash .ci/lock", source, root.Dependencies, root.OptionalDependencies)
		}
		for name, version := range manifest.all() {
			if got := lock.Packages["node_modules/"+name].Version; got != version {
				t.Errorf("%s: %s is %q, the lock has %q: want one version exactly", source, name, version, got)
			}
		}
	}
}

type nodePackage struct {
	InBundle                                            bool
	Version, Integrity, Resolved                        string
	Dependencies, DevDependencies, OptionalDependencies map[string]string
}

func (p nodePackage) all() map[string]string {
	all := map[string]string{}
	for _, some := range []map[string]string{p.Dependencies, p.DevDependencies, p.OptionalDependencies} {
		maps.Copy(all, some)
	}
	return all
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func decode(t *testing.T, name string, into any) {
	t.Helper()
	if err := json.Unmarshal([]byte(read(t, name)), into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}
