// Package parts knows where .ci/parts puts the real programs that tests run generated functions in, and what a
// test does when one of them is not there: it fails in CI and is skipped elsewhere. How a program is called is left
// to the package that calls it.
package parts

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// Node returns the node program of a major version, 22 or 24: the real one that Lambda's runtime is built from.
func Node(t testing.TB, major int) string {
	t.Helper()
	return find(t, fmt.Sprintf("node%d/node/bin/node", major))
}

// RIC returns the file that starts AWS's Node.js runtime client, made for that major version of Node.js.
func RIC(t testing.TB, major int) string {
	t.Helper()
	entry := "index.mjs"
	if major < 24 {
		entry = "bin/index.mjs"
	}
	return find(t, fmt.Sprintf("ric%d/node_modules/aws-lambda-ric/%s", major, entry))
}

// LambdaPython returns the interpreter of a version, 3.12 for example, that has AWS's Python runtime client.
func LambdaPython(t testing.TB, version string) string {
	t.Helper()
	return find(t, "python"+version+"/bin/python")
}

// PythonLint returns the interpreter that has ruff and mypy.
func PythonLint(t testing.TB) string {
	t.Helper()
	return find(t, "pythonlint/bin/python")
}

// ESLint returns the directory whose node_modules hold eslint, @eslint/js and globals.
func ESLint(t testing.TB) string {
	t.Helper()
	return filepath.Dir(filepath.Dir(find(t, "eslint/node_modules/eslint")))
}

// AWSSDK returns the node_modules that hold clients of AWS's SDK for JavaScript.
func AWSSDK(t testing.TB) string {
	t.Helper()
	return filepath.Dir(find(t, "awssdk/node_modules/@aws-sdk"))
}

// CDK returns the node_modules that hold AWS's CDK.
func CDK(t testing.TB) string {
	t.Helper()
	return filepath.Dir(find(t, "cdk/node_modules/aws-cdk-lib"))
}

// Simulator returns the node_modules that hold the simulator of IAM.
func Simulator(t testing.TB) string {
	t.Helper()
	return filepath.Dir(find(t, "simulate/node_modules/@cloud-copilot"))
}

// TypeScript returns the directory whose node_modules hold typescript, typescript-eslint, esbuild and the types of Node.js
// and of Lambda's events.
func TypeScript(t testing.TB) string {
	t.Helper()
	return filepath.Dir(filepath.Dir(find(t, "typescript/node_modules/typescript")))
}

// Python returns the interpreter of the virtual environment that has botocore, moto, cfn-lint and awscli.
func Python(t testing.TB) string {
	t.Helper()
	return find(t, "python/bin/python")
}

// Moto returns the moto_server program, a stand-in for an AWS account.
func Moto(t testing.TB) string {
	t.Helper()
	return find(t, "python/bin/moto_server")
}

// AWS returns the aws program, AWS's command line.
func AWS(t testing.TB) string {
	t.Helper()
	return find(t, "python/bin/aws")
}

// CfnLint returns the cfn-lint program.
func CfnLint(t testing.TB) string {
	t.Helper()
	return find(t, "python/bin/cfn-lint")
}

// GoTool returns a linter of Go: staticcheck or gofumpt.
func GoTool(t testing.TB, name string) string {
	t.Helper()
	return find(t, "gotools/"+name)
}

// find returns the absolute path of what .ci/parts installed. Where it is missing the test ends here: failed in CI,
// where .ci/run installs everything first, and skipped elsewhere, because a contributor may not want 1 GB of tools.
func find(t testing.TB, path string) string {
	t.Helper()
	root, err := directory()
	if err == nil {
		path = filepath.Join(root, filepath.FromSlash(path))
		_, err = os.Stat(path)
	}
	if err == nil {
		return path
	}
	if os.Getenv("CI") == "true" {
		t.Fatalf("find the real part: %v\nrun: bash .ci/parts", err)
	}
	t.Skipf("skipped, a real part is missing: %v\nrun: bash .ci/parts", err)
	return ""
}

// directory returns $SCAFFOLD_PARTS, or .parts beside the go.mod above the working directory.
func directory() (string, error) {
	if set := os.Getenv("SCAFFOLD_PARTS"); set != "" {
		return filepath.Abs(set)
	}
	dir, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("find .parts: %w", err)
	}
	for ; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return filepath.Join(dir, ".parts"), nil
		}
		if dir == filepath.Dir(dir) {
			return "", fmt.Errorf("find .parts: no go.mod above the working directory")
		}
	}
}
