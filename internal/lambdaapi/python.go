package lambdaapi

import (
	"context"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/parts"
)

// Python returns the function whose modules are in dir as it runs on python3.12 or a later version, under AWS's own
// runtime client.
func Python(t testing.TB, version, dir, handler string) Function {
	t.Helper()
	return Function{
		Command: []string{parts.LambdaPython(t, version), "-m", "awslambdaric", handler},
		Dir:     dir,
		Handler: handler,
		Env:     map[string]string{"AWS_EXECUTION_ENV": "AWS_Lambda_python" + version, "PYTHONDONTWRITEBYTECODE": "1"},
	}
}

// StartPython starts the function in dir and closes it with the test. The error is the function's, a *FunctionError.
func StartPython(t testing.TB, version, dir, handler string) (*Server, error) {
	t.Helper()
	return startFor(t, Python(t, version, dir, handler))
}

func startFor(t testing.TB, f Function) (*Server, error) {
	t.Helper()
	s, err := Start(context.Background(), f)
	if err != nil {
		return nil, err
	}
	t.Cleanup(func() { _ = s.Close() })
	return s, nil
}
