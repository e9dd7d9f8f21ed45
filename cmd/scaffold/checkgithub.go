package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/visible"
)

// writeAnnotations prints findings as GitHub reads them from the output of a step, see
// https://docs.github.com/actions/reference/workflow-commands-for-github-actions.
func writeAnnotations(w io.Writer, all []finding) error {
	var out strings.Builder
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	data := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	for _, f := range all {
		command := map[string]string{levelError: "error", levelWarning: "warning", levelInfo: "notice"}[f.Level]
		fmt.Fprintf(&out, "::%s file=%s", command, property.Replace(visible.Line(pathIn(f.Directory, f.Path))))
		if f.Line > 0 {
			fmt.Fprintf(&out, ",line=%d", f.Line)
		}
		text := visible.Line(f.Message)
		if f.Fix != "" {
			text += "\nfix: " + visible.Line(f.Fix)
		}
		fmt.Fprintf(&out, ",title=%s::%s\n", property.Replace("scaffold: "+f.Kind), data.Replace(text))
	}
	_, err := io.WriteString(w, out.String())
	return err
}
