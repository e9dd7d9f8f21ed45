package tree

import (
	"bytes"
	"slices"
	"strings"
)

// Merged is what a three-way merge came to.
type Merged struct {
	Text      []byte
	Conflicts int // stretches that both sides changed, each in its own way; they stand in Text between markers
}

// Labels name the three texts of a merge in conflict markers.
type Labels struct{ Ours, Base, Theirs string }

// MergeText brings two texts together that both began as base. Where one side changed something, its text is taken; where
// both made the same of it, that; where they made different things of it, or of lines that touch, it is a conflict
// with both texts and the one between them, as diff3 marks them.
//
// Lines that differ in line ends of Windows alone are equal. The lines of ours stay as they are; those of theirs get
// the line ends that ours has.
func MergeText(base, ours, theirs []byte, labels Labels) Merged {
	m := merger{
		base: splitLines(string(Normalize(base))), ours: splitLines(string(Normalize(ours))),
		theirs: splitLines(string(Normalize(theirs))), raw: splitLines(string(ours)), labels: labels,
	}
	if windowsEnds(ours) {
		m.end = "\r\n"
	} else {
		m.end = "\n"
	}
	m.merge()
	return Merged{m.out.Bytes(), m.conflicts}
}

type merger struct {
	base, ours, theirs []string
	raw                []string // ours with its own line ends
	end                string
	labels             Labels

	out       bytes.Buffer
	conflicts int
}

// stretch is a part of all three texts that at least one side changed.
type stretch struct {
	ours, theirs edit // from base to each side; a0 and a1 are the same in both
	both         bool // both sides changed it
}

func (m *merger) merge() {
	at := 0 // lines of ours that are written
	for _, s := range stretches(diffLines(m.base, m.ours), diffLines(m.base, m.theirs)) {
		m.writeOurs(at, s.ours.b0)
		at = s.ours.b1
		switch ours, theirs := m.ours[s.ours.b0:at], m.theirs[s.theirs.b0:s.theirs.b1]; {
		case !s.both && s.theirs.changed(m.base, m.theirs):
			m.writeLines(theirs)
		case !s.both || slices.Equal(ours, theirs):
			m.writeOurs(s.ours.b0, at)
		default:
			m.writeConflict(s)
		}
	}
	m.writeOurs(at, len(m.ours))
}

// changed reports whether the edit's lines differ: a stretch is an edit on one side and equal lines on the other.
func (e edit) changed(a, b []string) bool { return !slices.Equal(a[e.a0:e.a1], b[e.b0:e.b1]) }

// stretches joins the edits of both sides where they touch.
func stretches(ours, theirs []edit) []stretch {
	var all []stretch
	offOurs, offTheirs := 0, 0 // how much further a line of base is in each side
	for len(ours) > 0 || len(theirs) > 0 {
		s, start := stretch{}, 0
		if len(theirs) == 0 || len(ours) > 0 && ours[0].a0 <= theirs[0].a0 {
			start = ours[0].a0
		} else {
			start = theirs[0].a0
		}
		s.ours = edit{start, start, start + offOurs, start + offOurs}
		s.theirs = edit{start, start, start + offTheirs, start + offTheirs}
		end, hasOurs, hasTheirs := start, false, false
		for {
			switch {
			case len(ours) > 0 && ours[0].a0 <= end:
				end = max(end, ours[0].a1)
				offOurs = ours[0].b1 - ours[0].a1
				ours, hasOurs = ours[1:], true
				continue
			case len(theirs) > 0 && theirs[0].a0 <= end:
				end = max(end, theirs[0].a1)
				offTheirs = theirs[0].b1 - theirs[0].a1
				theirs, hasTheirs = theirs[1:], true
				continue
			}
			break
		}
		s.ours.a1, s.ours.b1 = end, end+offOurs
		s.theirs.a1, s.theirs.b1 = end, end+offTheirs
		s.both = hasOurs && hasTheirs
		all = append(all, s)
	}
	return all
}

func (m *merger) writeOurs(from, to int) {
	for _, line := range m.raw[from:to] {
		m.out.WriteString(line)
	}
}

// writeLines writes lines of base or theirs with the line ends of ours.
func (m *merger) writeLines(lines []string) {
	for _, line := range lines {
		body, ended := strings.CutSuffix(line, "\n")
		m.out.WriteString(body)
		if ended {
			m.out.WriteString(m.end)
		}
	}
}

func (m *merger) writeConflict(s stretch) {
	m.conflicts++
	m.mark("<<<<<<< " + m.labels.Ours)
	m.writeOurs(s.ours.b0, s.ours.b1)
	m.mark("||||||| " + m.labels.Base)
	m.writeLines(m.base[s.ours.a0:s.ours.a1])
	m.mark("=======")
	m.writeLines(m.theirs[s.theirs.b0:s.theirs.b1])
	m.mark(">>>>>>> " + m.labels.Theirs)
}

// mark writes a marker on a line of its own.
func (m *merger) mark(text string) {
	if n := m.out.Len(); n > 0 && m.out.Bytes()[n-1] != '\n' {
		m.out.WriteString(m.end)
	}
	m.out.WriteString(text + m.end)
}
