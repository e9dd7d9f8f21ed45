package lambdaapi

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"slices"
	"sync"
	"time"
)

// arn is the function that everything here runs as.
const arn = "arn:aws:lambda:eu-west-1:123456789012:function:hello"

// child is the process of a runtime client, in a process group of its own.
type child struct {
	cmd    *exec.Cmd
	output *buffer
	ended  chan struct{} // closed when the process has ended and is waited for
	err    error         // valid once ended is closed
}

func startChild(ctx context.Context, f Function, address string) (*child, error) {
	if len(f.Command) == 0 {
		return nil, errors.New("start the function: no command")
	}
	c := &child{output: new(buffer), ended: make(chan struct{})}
	c.cmd = exec.CommandContext(ctx, f.Command[0], f.Command[1:]...)
	c.cmd.Dir, c.cmd.Env = f.Dir, environment(f, address)
	c.cmd.Stdout, c.cmd.Stderr = c.output, c.output
	c.cmd.WaitDelay = time.Second // something it left behind may hold the pipes
	ownGroup(c.cmd)
	if err := c.cmd.Start(); err != nil {
		return nil, fmt.Errorf("start the function: %w", err)
	}
	go func() {
		c.err = c.cmd.Wait()
		endGroup(c.cmd)
		close(c.ended)
	}()
	return c, nil
}

// end ends the process group and waits for the process. One that has ended is let be: its number may be another's now.
func (c *child) end() {
	select {
	case <-c.ended:
	default:
		endGroup(c.cmd)
		<-c.ended
	}
}

// exit says how the process ended.
func (c *child) exit() error {
	if c.err != nil {
		return c.err
	}
	return errors.New("exit status 0")
}

// environment returns the variables that Lambda defines, those of the function, and nothing of this machine but the path.
// See https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
func environment(f Function, address string) []string {
	defined := map[string]string{
		"PATH":                            os.Getenv("PATH"),
		"LANG":                            "en_US.UTF-8",
		"TZ":                              ":UTC",
		"AWS_LAMBDA_RUNTIME_API":          address,
		"AWS_LAMBDA_FUNCTION_NAME":        "hello",
		"AWS_LAMBDA_FUNCTION_VERSION":     "$LATEST",
		"AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "128",
		"AWS_LAMBDA_LOG_GROUP_NAME":       "/aws/lambda/hello",
		"AWS_LAMBDA_LOG_STREAM_NAME":      "2026/01/01/[$LATEST]00000000000000000000000000000000",
		"AWS_LAMBDA_INITIALIZATION_TYPE":  "on-demand",
		"AWS_REGION":                      "eu-west-1",
		"AWS_DEFAULT_REGION":              "eu-west-1",
		"LAMBDA_TASK_ROOT":                f.Dir,
		"_HANDLER":                        f.Handler,
	}
	maps.Copy(defined, f.Env)
	all := make([]string, 0, len(defined))
	for _, name := range slices.Sorted(maps.Keys(defined)) {
		all = append(all, name+"="+defined[name])
	}
	return all
}

// buffer collects what the process writes while others read it.
type buffer struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (b *buffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.Write(p)
}

func (b *buffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.String()
}
