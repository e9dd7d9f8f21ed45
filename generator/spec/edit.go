package spec

import (
	"errors"
	"fmt"
	"reflect"
	"slices"

	"go.yaml.in/yaml/v4"
)

// Edit returns the file changed so that it says want: keys, triggers, accesses and log settings that want has
// no more are taken out, and those that it has beside are put in behind the others. Everything else stays, byte for byte:
// comments, order, line ends, block and flow style.
//
// What it returns reads as exactly want. Where that cannot be had, and where want differs in other fields, the error is a
// *ByHand.
func (d *Document) Edit(want Spec) (*Document, error) {
	at := d
	for {
		c, more := nextChange(at.Spec, want)
		if !more {
			break
		}
		next, ok := at.change(c)
		if !ok {
			return nil, at.byHand(c)
		}
		at = next
	}
	if !reflect.DeepEqual(at.Spec, want) {
		return nil, &ByHand{err: errors.New("more than keys, triggers, access and logging would change")}
	}
	return at, nil
}

// ByHand is the error of a change that a person has to make.
type ByHand struct {
	Where string // where something is to be taken out
	Lines string // what is to be put in, as lines of a scaffold.yaml
	err   error
}

func (e *ByHand) Error() string { return e.err.Error() }

// change is one item that is taken out of a section of the file, or put into it.
type change struct {
	field string // at the top of the file
	after Spec   // what the file says then
	out   bool   // the item is taken out
	index int    // of an item of a list that is taken out
	name  string // of an item of a mapping; "" is a list's, or all of logging
	value *yaml.Node
}

// change carries out one change, in the first of several ways that leads to what is wanted.
func (d *Document) change(c change) (*Document, bool) {
	for _, edit := range d.ways(c) {
		if edit == nil {
			continue
		}
		next, err := ParseFile(d.Name, edit.apply(d.Data))
		if err == nil && reflect.DeepEqual(next.Spec, c.after) {
			next.Orphaned = d.Orphaned
			if line, stands := d.comment(edit); c.out && stands {
				next.Orphaned = append(next.Orphaned, line)
			}
			return next, true
		}
	}
	return nil, false
}

// comment is the line of a comment right above whole lines that an edit changes.
func (d *Document) comment(e edit) (line int, stands bool) {
	p := newPage(d.Data)
	at := p.lineAt(e[0].from)
	if at == 1 || p.starts[at-1] != e[0].from {
		return 0, false
	}
	_, stands = p.indent(at - 1)
	return at - 1, stands
}

func (d *Document) byHand(c change) *ByHand {
	if c.out {
		return &ByHand{Where: d.itemWhere(c), err: fmt.Errorf("%s is written so that nothing can be taken out of it without a risk for the rest", c.field)}
	}
	return &ByHand{Lines: dumped(entryNode(c.field, c.section()), 2, false), err: fmt.Errorf("%s is written so that nothing can be put into it without a risk for the rest", c.field)}
}

// itemWhere is the position of what is to be taken out.
func (d *Document) itemWhere(c change) string {
	if c.name != "" {
		return d.Where(Path(c.field, c.name))
	}
	return d.Where(Path(c.field, c.index))
}

// section is the value of a section that holds only what is put in.
func (c change) section() *yaml.Node {
	switch {
	case c.name != "":
		return entryNode(c.name, c.value)
	case c.field == "logging":
		return c.value
	}
	return &yaml.Node{Kind: yaml.SequenceNode, Content: []*yaml.Node{c.value}}
}

func entryNode(name string, value *yaml.Node) *yaml.Node {
	m := mappingNode()
	add(m, name, value)
	return m
}

// nextChange is the first change on the way from what a file says to what it should say; more is false where there is none.
func nextChange(is, want Spec) (c change, more bool) {
	if c, more = keyChange(is, want); more {
		return c, true
	}
	if c, more = logChange(is, want); more {
		return c, true
	}
	if c, more = useChange("triggers", is.Triggers, want.Triggers, triggers); more {
		c.after = is
		c.after.Triggers = after(is.Triggers, want.Triggers, c)
		return c, true
	}
	if c, more = useChange("access", is.Access, want.Access, accesses); more {
		c.after = is
		c.after.Access = after(is.Access, want.Access, c)
	}
	return c, more
}

// after is a list without the item that is taken out, or with the next one of want.
func after[T any](is, want []T, c change) []T {
	switch {
	case !c.out:
		return append(slices.Clone(is), want[len(is)])
	case len(is) == 1:
		return nil
	}
	return slices.Delete(slices.Clone(is), c.index, c.index+1)
}

func useChange(field string, is, want []Use, c catalogue) (change, bool) {
	for i := range is {
		if i >= len(want) || !reflect.DeepEqual(is[i], want[i]) {
			return change{field: field, out: true, index: i}, true
		}
	}
	if len(want) == len(is) {
		return change{}, false
	}
	return change{field: field, value: usesNode(want[len(is):len(is)+1], c).Content[0]}, true
}

func keyChange(is, want Spec) (change, bool) {
	c := change{field: "keys", after: is}
	for i, k := range is.Keys {
		if i >= len(want.Keys) || k != want.Keys[i] {
			c.out, c.index, c.name = true, i, k.Name
			c.after.Keys = after(is.Keys, want.Keys, c)
			return c, true
		}
	}
	if len(want.Keys) == len(is.Keys) {
		return c, false
	}
	k := want.Keys[len(is.Keys)]
	c.name, c.value = k.Name, keyNode(k)
	c.after.Keys = after(is.Keys, want.Keys, c)
	return c, true
}
