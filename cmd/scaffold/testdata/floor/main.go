// The floor of BenchmarkProcess: the least that a Go program with cobra does to render as many bytes as scaffold new with
// text/template and to write them.
package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"text/template"

	"github.com/spf13/cobra"
)

func main() {
	command := &cobra.Command{Use: "floor dir files bytes", Args: cobra.ExactArgs(3), RunE: run}
	if command.Execute() != nil {
		os.Exit(1)
	}
}

// run writes as many files as it is told, which have so many bytes together.
func run(_ *cobra.Command, args []string) error {
	files, err := strconv.Atoi(args[1])
	if err != nil {
		return err
	}
	bytes, err := strconv.Atoi(args[2])
	if err != nil {
		return err
	}
	const head = "{{range .Keys}}{{if .}}const key = {{.}};\n{{end}}{{end}}"
	text := head + strings.Repeat("// forty bytes of text that stands as it is\n", bytes/files/44)
	for i := range files {
		parsed, err := template.New("file").Parse(text)
		if err != nil {
			return err
		}
		path := filepath.Join(args[0], "dir"+strconv.Itoa(i%4), "file"+strconv.Itoa(i))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		var out strings.Builder
		if err := parsed.Execute(&out, map[string][]string{"Keys": {"key1", "key2"}}); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(out.String()), 0o644); err != nil {
			return err
		}
	}
	return nil
}
