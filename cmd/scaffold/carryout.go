package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/shell"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/tree"
	"github.com/seed-0554dd89/scaffold/generator/visible"
	"github.com/seed-0554dd89/scaffold/templates"
)

// carryOut shows a plan and, unless it was only to be shown, applies it.
func (o *newOptions) carryOut(ctx context.Context, r *request, d *draft) error {
	conflicts := d.plan.Conflicts()
	shown := o.dryRun || o.diff
	written := !shown && len(conflicts) == 0 && !d.plan.Empty()
	if written {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := o.write(ctx, d); err != nil {
			return fmt.Errorf("%s: %w", d.dir, err)
		}
	}
	if err := o.show(r, d, written); err != nil {
		return err
	}
	if len(conflicts) > 0 {
		return inTheWay(d.dir, conflicts)
	}
	o.tell(r, d, written)
	return nil
}

// write applies the plan. Where the directory is there already, no other run writes into it meanwhile; where it is not, it
// appears at once.
func (o *newOptions) write(ctx context.Context, d *draft) error {
	if _, missing := os.Stat(o.path(d.dir)); missing == nil {
		release, err := o.hold(ctx, d.dir)
		if err != nil {
			return err
		}
		defer release()
	} else {
		o.sweep(d.dir, makesNew())
	}
	return o.apply(ctx, d.plan, d.dir)
}

// makesNew returns what reports whether new makes files of a name.
func makesNew() func(name string) bool {
	g := generator.New(templates.FS)
	return func(name string) bool { return name == specName || name == tree.LockName || g.Makes(name) }
}

// show prints the plan as --output and --diff want it.
func (o *newOptions) show(r *request, d *draft, written bool) error {
	switch {
	case o.output == "json":
		return writeJSON(o.results(), o.result(r, d, written))
	case o.diff:
		return d.plan.WriteDiff(o.patch())
	case d.plan.Empty() && len(d.plan.Conflicts()) == 0:
		return nil
	}
	return d.plan.WriteText(o.people())
}

// result is what --output json prints.
type result struct {
	Name         string        `json:"name"`
	Directory    string        `json:"directory"`
	Written      bool          `json:"written"`
	Changes      []tree.Change `json:"changes"`
	Placeholders []string      `json:"placeholders"` // still open in policies/
	Test         []string      `json:"test"`         // the commands, in the directory
	Command      string        `json:"command"`      // that does the same without questions
}

func (o *newOptions) result(r *request, d *draft, written bool) result {
	plan := d.plan
	if o.diff {
		plan = plan.WithDiffs()
	}
	open := d.function.Placeholders()
	if open == nil {
		open = []string{}
	}
	return result{
		Name: d.function.Name, Directory: d.dir, Written: written,
		Changes: plan.Changes, Placeholders: open,
		Test: lines(d.function.TestCommands()), Command: o.replay(r, d).String(),
	}
}

func lines(commands []shell.Command) []string {
	lines := make([]string, len(commands))
	for i, command := range commands {
		lines[i] = command.String()
	}
	return lines
}

// tell says on standard error what was done and what is next.
func (o *newOptions) tell(r *request, d *draft, written bool) {
	v := voice{o.Err}
	switch {
	case d.plan.Empty():
		v.say("%s is the same already: nothing to do", d.dir)
		return
	case !written:
		v.say("%s: %s; nothing is written", d.dir, d.plan.Counts())
		return
	}
	v.say("\n%s is written to %s", d.function.Name, d.dir)
	sam := d.function.Spec.Deploy == spec.SAM
	switch open := d.function.Unanswered(); {
	case len(open) == 0:
	case sam:
		v.say("\nAsked for when the template is deployed: %s", strings.Join(open, ", "))
	default:
		v.say("\nStill open in policies/: %s", strings.Join(open, ", "))
	}
	v.say("\nNext:")
	if d.dir != "." {
		v.command(shell.New("cd").Word(shell.Path(d.dir)))
	}
	typed := map[string]bool{}
	for _, command := range d.next(sam) {
		if line := command.String(); !typed[line] { // what both the tests and the build need is done once
			v.command(command)
			typed[line] = true
		}
	}
	v.say("  policies/README.md says who may invoke the function, what it may do, and how to create it")
	if r.asked {
		v.say("\nThe same without questions:")
		v.command(o.replay(r, d))
	}
}

// next are the commands to run in the function's directory.
func (d *draft) next(sam bool) (commands []shell.Command) {
	for _, c := range d.plan.Changes {
		if c.Above != "" {
			commands = append(commands, d.function.RequireCommands(c.Path)...)
		}
	}
	commands = append(commands, d.function.TestCommands()...)
	switch {
	case sam:
		commands = append(commands, d.function.DeployCommands()...)
	case len(d.function.Placeholders()) > 0:
		commands = append(commands, d.function.RenderCommand())
	}
	return commands
}

// replay is the command that does the same without questions.
func (o *newOptions) replay(r *request, d *draft) shell.Command {
	command := shell.New("scaffold", "new").With(spec.Args(r.spec)...)
	if o.specFile != "" || o.Windows && !command.Everywhere() {
		file := pathIn(d.dir, specName)
		if o.specFile != "" && o.specFile != "-" {
			file = o.specFile
		}
		command = shell.New("scaffold", "new", "--spec").Word(shell.Path(file))
	}
	if o.dir != "" {
		command = command.With("--dir").Word(shell.Path(d.dir))
	}
	return command.With("--yes")
}

// inTheWay is the error of a plan with conflicts.
func inTheWay(dir string, conflicts []tree.Change) error {
	var problems spec.Problems
	for _, c := range conflicts {
		p := problems.Add("", c.Reason, "want it moved away, or another directory")
		p.Where = pathIn(dir, c.Path)
		if c.Path == specName {
			p.Hint = "an edited " + specName + " is taken by: scaffold generate " + quoted(dir)
		}
	}
	problems[len(problems)-1].Hint = "nothing is written; --diff shows what differs, -C names another directory"
	return problems
}

// pathIn is a file of the function as a person would write it from here.
func pathIn(dir, file string) string { return filepath.ToSlash(filepath.Join(dir, file)) }

func writeJSON(w io.Writer, v any) error {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(v); err != nil {
		return err
	}
	// A log of a build takes ##[ for a command; JSON has it in texts alone.
	_, err := w.Write(bytes.ReplaceAll(visible.JSON(out.Bytes()), []byte("##"), []byte(`#\u0023`)))
	return err
}
