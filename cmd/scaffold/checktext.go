package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/visible"
)

// group is findings that differ only in where they are.
type group struct {
	finding
	where []string // directories
}

// groups brings together what is the same in several functions, in the order in which it was found first, the gravest
// level before the others. What one function has on several lines stays apart.
func groups(all []finding) (groups []*group) {
	type nth struct {
		finding
		n int // how many of the function are before it
	}
	known := map[nth]*group{}
	before := map[finding]int{}
	for _, f := range all {
		same := f
		if same.Line = 0; f.fix != (fix{}) {
			same.Fix = "" // what the fix says besides is the directory
		}
		key := nth{same, before[same]}
		before[same]++
		key.Directory = ""
		g := known[key]
		if g == nil {
			g = &group{finding: f}
			known[key] = g
			groups = append(groups, g)
		}
		g.where = append(g.where, f.Directory)
	}
	rank := []string{levelError, levelWarning, levelInfo}
	slices.SortStableFunc(groups, func(a, b *group) int {
		return cmp.Compare(slices.Index(rank, a.Level), slices.Index(rank, b.Level))
	})
	return groups
}

// writeFindings prints findings for people.
func writeFindings(w io.Writer, all []finding) error {
	var out strings.Builder
	for _, g := range groups(all) {
		file := pathIn(g.Directory, g.Path)
		if g.Line > 0 {
			file = fmt.Sprintf("%s:%d", file, g.Line)
		}
		if len(g.where) > 1 {
			file = fmt.Sprintf("%s in %d functions", g.Path, len(g.where))
		}
		fmt.Fprintf(&out, "%s: %s: %s: %s\n", g.Level, g.Kind, visible.Line(file), visible.Line(g.Message))
		if len(g.where) > 1 {
			fmt.Fprintf(&out, "  in: %s\n", visible.Line(someOf(g.where)))
		}
		if line := cmp.Or(g.fix.line(g.where...), g.Fix); line != "" {
			fmt.Fprintf(&out, "  fix: %s\n", visible.Line(line))
		}
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// someOf names the first of many.
func someOf(dirs []string) string {
	const most = 5
	if len(dirs) <= most {
		return strings.Join(dirs, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(dirs[:most], ", "), len(dirs)-most)
}
