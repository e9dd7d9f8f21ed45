package tree

import (
	"bytes"
	"fmt"

	"github.com/seed-0554dd89/scaffold/generator/plain"
)

// wanted compares one of the wanted files.
func (g *generated) wanted(f File) error {
	c := Change{Path: f.Path, Owner: f.Owner, Exec: f.Exec, New: f.Data}
	what, old, problem, err := g.read(f.Path)
	if err != nil {
		return err
	}
	if c.Old = old; what == regular {
		c.New = withEnds(c.New, c.Old)
	}
	known := g.origins.of(f.Path, c.Old)
	entry := newEntry(f)
	switch {
	case what == nothing:
		return g.missing(c, f, known)
	case what == regular && sameText(c.Old, c.New):
		g.list(c.is(Same, "has this text already"), entry)
	case what == standIn && (f.Ecosystem || f.Owner == Team && len(known) > 0):
		g.leave(c.is(Keep, "is there, as a link or in other case"), known...)
	case what != regular:
		g.leave(c.is(Conflict, problem), known...)
	default:
		return g.differs(c, f, entry, known)
	}
	return nil
}

// differs is a wanted file that is there with another text.
func (g *generated) differs(c Change, f File, entry Entry, known []Entry) error {
	w, err := g.asked()
	switch {
	case err != nil:
		return err
	case f.Owner == Tool:
		g.tool(c, entry, known, w)
		return nil
	case !w.begun(c):
		known = nil
	case unedited(known, c.Old) && !w.replaceable(c):
		known = nil
	}
	g.team(c, entry, known, f.Ecosystem)
	return nil
}

// Missing is the reason why a file is created that was generated before.
const Missing = "is missing"

// missing is a wanted file that is not there.
func (g *generated) missing(c Change, f File, known []Entry) error {
	if len(bases(known)) > 0 && f.Owner == Team {
		g.list(c.is(Keep, "was removed, and stays away"), newEntry(f))
		return nil
	}
	if f.Ecosystem && !f.Local {
		found, err := g.findAbove(f.Path)
		if err != nil {
			return err
		}
		if found != "" {
			c.Above = found
			g.leave(c.is(Keep, found+" stands above"))
			return nil
		}
	}
	reason := "is not there yet"
	if len(known) > 0 {
		reason = Missing
	}
	g.write(c.is(Create, reason), known, newEntry(f))
	return nil
}

// tool is a tool file that is there with another text.
func (g *generated) tool(c Change, entry Entry, known []Entry, w *witness) {
	listed := len(known) > 0 || len(g.origins.locks) == 0
	switch {
	case unedited(known, c.Old) && w.replaceable(c):
		g.write(c.is(Update, "is as an earlier run made it"), known, entry)
	case g.Force && w.forcible(c, listed):
		g.write(c.is(Update, "was edited, and is replaced"), known, entry)
	case len(known) > 0 && !w.forcible(c, listed):
		g.unproven(c.is(Keep, "is listed in "+g.lockName+", and nothing shows that scaffold made it"), known[0])
	case len(known) > 0:
		g.edited(c.is(Keep, "was edited"), known[0])
	case len(g.origins.locks) == 0 && !w.forcible(c, listed):
		g.unproven(c.is(Keep, "has another text, and nothing shows that scaffold made it"), entry)
	case len(g.origins.locks) == 0:
		g.edited(c.is(Keep, "has another text, and no lock says whose"), entry)
	default:
		g.leave(c.is(Conflict, "is there, and was not generated"))
	}
}

// team is a team file that is there with another text.
func (g *generated) team(c Change, entry Entry, known []Entry, ecosystem bool) {
	began := bases(known)
	switch {
	case unedited(known, c.Old):
		g.write(c.is(Update, "is as an earlier run made it"), known, entry)
		return
	case len(known) == 0 && ecosystem:
		g.leave(c.is(Keep, "is there with a text of its own"))
		return
	case len(began) == 0:
		g.list(c.is(Review, "is there, and was not generated"), entry)
		return
	case followed(began, c.New):
		g.list(c.is(Keep, "was edited"), entry)
		return
	}
	large := len(c.Old) > plain.Merged
	if !large && g.merges(c, entry, known) {
		return
	}
	if g.Reviewed {
		g.list(c.is(Keep, "was edited, and is reviewed"), entry)
		return
	}
	if c.base = began[0]; large {
		g.review(c.is(Review, fmt.Sprintf("was edited, and has more than %d bytes: too many to merge the new text in", plain.Merged)), known[0])
		return
	}
	merged := MergeText(c.base, c.Old, c.New, g.labels())
	switch {
	case g.Mark && merged.Conflicts > 0:
		c.New, c.Marked = merged.Text, merged.Conflicts
		g.write(c.is(Merge, fmt.Sprintf("was edited where the new text differs: %d between conflict markers", c.Marked)), known, entry)
	case merged.Conflicts > 0:
		g.review(c.is(Review, "was edited where the new text differs"), known[0])
	default:
		g.review(c.is(Review, "was edited, and does not parse with the new text too"), known[0])
	}
}

// merges brings an edited team file and the new text together, from one of the texts that it may have begun as. It reports whether
// that could be done.
func (g *generated) merges(c Change, entry Entry, known []Entry) bool {
	for _, base := range bases(known) {
		merged := MergeText(base, c.Old, c.New, g.labels())
		if merged.Conflicts > 0 || g.breaks(c, merged.Text) {
			continue
		}
		c.New = merged.Text
		if sameText(c.Old, c.New) {
			g.list(c.is(Keep, "was edited, and has the new text too"), entry)
		} else {
			g.write(c.is(Merge, "was edited, and gets the new text too"), known, entry)
		}
		return true
	}
	return false
}

// breaks reports whether a file parses as it is and not as it is merged. What does not parse as it is, for an error of the
// person's or for a parser that is older than what they write, is not made worse.
func (g *generated) breaks(c Change, merged []byte) bool {
	return g.Parses != nil && g.Parses(c.Path, merged) != nil && g.Parses(c.Path, c.Old) == nil
}

func (g *generated) labels() Labels { return Labels{labelYours, "generated before", "generated now"} }

const labelYours = "yours"

// Marked reports whether a text still has conflict markers that a Merge left.
func Marked(text []byte) bool {
	const mark = "<<<<<<< " + labelYours
	return bytes.HasPrefix(text, []byte(mark)) || bytes.Contains(text, []byte("\n"+mark))
}

// unwanted is a file that was generated and is no more.
func (g *generated) unwanted(path string) error {
	c := Change{Path: path}
	what, old, _, err := g.read(path)
	if err != nil {
		return err
	}
	c.Old = old
	known := g.origins.of(path, c.Old)
	if what == nothing || len(known) == 0 {
		return nil // as it is to be, whoever removed it
	}
	w, err := g.asked()
	if err != nil {
		return err
	}
	c.Owner = known[0].Owner
	switch {
	case what == regular && (unedited(known, c.Old) && w.spare(c) || c.Owner == Tool && g.Force && w.removable(c)):
		g.remove(c.is(Remove, "is generated no more"), known)
	case c.Owner == Tool && !w.removable(c):
		g.unproven(c.is(Keep, "is generated no more, and nothing shows that scaffold made it"), known[0])
	case c.Owner == Tool:
		g.edited(c.is(Keep, "is generated no more, and was edited"), known[0])
	default:
		g.leave(c.is(Keep, "is generated no more, and is yours from now on"))
	}
	return nil
}
