package tree

import (
	"bytes"
	"fmt"
	"strings"
)

// What a run is about to write stands at the end of the lock, until the run has come to its end:
//
//	before team sha256:... sha256:... src/index.mjs
//	was
//		the text that was generated last, as after base
//	before none - sha256:... src/new.mjs
//	before tool sha256:... - policies/old.json
//
// First the owner and the digest of what was generated last, then the digest of what the file is to have; a hyphen is
// nothing.

func encodeBefore(b *bytes.Buffer, before Before) {
	owner, old, result := before.Owner.String(), before.Digest.String(), before.Result.String()
	if before.New {
		owner, old = "none", "-"
	}
	if before.Gone {
		result = "-"
	}
	fmt.Fprintf(b, "before %s %s %s %s\n", owner, old, result, lockPath(before.Path))
	if !before.New && before.Owner == Team {
		word := "was"
		if needsQuotes(before.Base) {
			word = "wasquoted"
		}
		b.WriteString(word + "\n")
		encodeText(b, before.Base)
	}
}

func (p *lockParser) parseBefore(rest string) (err error) {
	var before Before
	owner, rest, _ := strings.Cut(rest, " ")
	old, rest, _ := strings.Cut(rest, " ")
	result, rest, _ := strings.Cut(rest, " ")
	switch {
	case owner == "none" && old == "-":
		before.New = true
	case owner == Tool.String():
		before.Owner = Tool
	case owner == Team.String():
		before.Owner = Team
	default:
		return p.fail("owner %q: want %s, %s, or none and a hyphen", owner, Tool, Team)
	}
	if !before.New {
		if before.Digest, err = ParseDigest(old); err != nil {
			return p.fail("%v", err)
		}
	}
	if before.Gone = result == "-"; !before.Gone {
		if before.Result, err = ParseDigest(result); err != nil {
			return p.fail("%v", err)
		}
	} else if before.New {
		return p.fail("nothing to become nothing: want a digest")
	}
	if before.Path, err = parsePath(rest); err != nil {
		return p.fail("%v", err)
	}
	if err := CheckPath(before.Path); err != nil {
		return p.fail("%v", err)
	}
	if !before.New && before.Owner == Team {
		line, _, err := p.next()
		if err != nil {
			return err
		}
		if line != "was" && line != "wasquoted" {
			return p.fail("%q: want was, the text that was generated last", clip(line))
		}
		if err := p.parseText(&before.Entry, line == "wasquoted"); err != nil {
			return err
		}
	}
	if err := p.room(); err != nil {
		return err
	}
	p.lock.Before = append(p.lock.Before, before)
	return nil
}
