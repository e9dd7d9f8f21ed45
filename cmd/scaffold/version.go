package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func newVersionCmd(sys *System) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  between(0, 0),
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(sys.Out, version())
			return err
		},
	}
}

// version is what go install or go build wrote into the binary: scaffold v1.2.3 go1.26 linux/amd64.
func version() string {
	version := "(devel)"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		version = info.Main.Version
	}
	return fmt.Sprintf("scaffold %s %s %s/%s", version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}
