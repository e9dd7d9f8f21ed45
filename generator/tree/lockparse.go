package tree

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/plain"
)

// ParseLock reads a lock. An error is a *LockError; it names the first line that is wrong.
// Line ends of Windows are read over, and the lines of files may stand in any order.
func ParseLock(text []byte) (Lock, error) {
	p := newLockParser(string(Normalize(text)))
	if err := p.parse(); err != nil {
		return Lock{}, err
	}
	return p.sorted(), nil
}

type lockParser struct {
	rest  string
	line  int // number of the line that next returned last
	lock  Lock
	names *FileSet       // refuses what cannot stand in one directory
	files map[string]int // by path: where the entry is in lock.Entries ...
	lines []int          // ... and the line that each entry stands on

	lenient bool // a text that is not its digest's is taken: git merged the two apart
}

func newLockParser(text string) *lockParser {
	return &lockParser{rest: text, files: make(map[string]int), names: new(FileSet)}
}

func (p *lockParser) sorted() Lock {
	slices.SortFunc(p.lock.Entries, func(a, b Entry) int { return strings.Compare(a.Path, b.Path) })
	slices.SortStableFunc(p.lock.Before, func(a, b Before) int { return strings.Compare(a.Path, b.Path) })
	return p.lock
}

func (p *lockParser) fail(format string, args ...any) error {
	return &LockError{Line: p.line, What: fmt.Sprintf(format, args...)}
}

func (p *lockParser) parse() error {
	if err := gitMark(p.rest); err != nil {
		return err
	}
	if err := p.parseVersion(); err != nil {
		return err
	}
	heads := make(map[string]bool)
	for {
		line, ok, err := p.next()
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		word, rest, _ := strings.Cut(line, " ")
		switch word {
		case "edition", "input":
			if heads[word] {
				return p.fail("second %s: want one", word)
			}
			heads[word] = true
			err = p.parseHead(word, rest)
		case "file":
			err = p.parseFile(rest)
		case "base", "quoted":
			err = p.parseBase(rest, word == "quoted")
		case "before":
			err = p.parseBefore(rest)
		default:
			if !strings.HasPrefix(line, "#") {
				err = p.fail("%q: want edition, input, file, base, quoted, before or a comment", clip(line))
			}
		}
		if err != nil {
			return err
		}
	}
	for _, word := range []string{"edition", "input"} {
		if !heads[word] {
			p.line++
			return p.fail("end of file: want a line %s", word)
		}
	}
	return p.complete()
}

func (p *lockParser) parseVersion() error {
	line, ok, err := p.next()
	if err != nil {
		return err
	}
	p.line = 1 // also of an empty file
	number, isLock := strings.CutPrefix(line, lockHead)
	if !ok || !isLock {
		return p.fail("%q: want %s%d", clip(line), lockHead, lockVersion)
	}
	version, err := parseNumber(number)
	switch {
	case err != nil:
		return p.fail("lock version: %v", err)
	case version > lockVersion:
		return &LockError{p.line, fmt.Sprintf("lock version %d: this scaffold knows %d: want a newer scaffold", version, lockVersion), ErrNewerLock}
	}
	return nil
}

func (p *lockParser) parseHead(word, rest string) (err error) {
	if word == "input" {
		if p.lock.Input, err = ParseDigest(rest); err != nil {
			return p.fail("input: %v", err)
		}
		return nil
	}
	name, number, _ := strings.Cut(rest, " ")
	if name == "" || strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
		return p.fail("edition name %q: want lower-case letters, digits and hyphens", name)
	}
	p.lock.Edition.Name = name
	if p.lock.Edition.Number, err = parseNumber(number); err != nil {
		return p.fail("edition: %v", err)
	}
	return nil
}

// room refuses a lock that lists more than any function has.
func (p *lockParser) room() error {
	if len(p.lock.Entries)+len(p.lock.Before) >= plain.LockFiles {
		return p.fail("more than %d files are listed: want fewer", plain.LockFiles)
	}
	return nil
}

func (p *lockParser) parseFile(rest string) error {
	owner, rest, _ := strings.Cut(rest, " ")
	digest, rest, _ := strings.Cut(rest, " ")
	var (
		e   Entry
		err error
	)
	switch owner {
	case Tool.String():
		e.Owner = Tool
	case Team.String():
		e.Owner = Team
	default:
		return p.fail("owner %q: want %s or %s", owner, Tool, Team)
	}
	if e.Digest, err = ParseDigest(digest); err != nil {
		return p.fail("%v", err)
	}
	if e.Path, err = parsePath(rest); err != nil {
		return p.fail("%v", err)
	}
	if err := p.names.Add(File{Path: e.Path}); err != nil {
		return p.fail("%v", err)
	}
	if err := p.room(); err != nil {
		return err
	}
	p.files[e.Path] = len(p.lock.Entries)
	p.lines = append(p.lines, p.line)
	p.lock.Entries = append(p.lock.Entries, e)
	return nil
}

func (p *lockParser) parseBase(rest string, quoted bool) error {
	path, err := parsePath(rest)
	if err != nil {
		return p.fail("%v", err)
	}
	at, ok := p.files[path]
	if !ok || p.lock.Entries[at].Owner != Team {
		return p.fail("base of %q: want a line of this team file before it", path)
	}
	e := &p.lock.Entries[at]
	if e.Base != nil {
		return p.fail("second base of %q: want one", path)
	}
	return p.parseText(e, quoted)
}

// parseText reads the lines of an entry's text.
func (p *lockParser) parseText(e *Entry, quoted bool) error {
	start := p.line
	var text bytes.Buffer
	for strings.HasPrefix(p.rest, "\t") {
		line, _, err := p.next()
		if err != nil {
			return err
		}
		line = line[1:]
		if quoted {
			if line, err = unquote(line); err != nil {
				return p.fail("%v", err)
			}
		}
		text.WriteString(line)
		text.WriteByte('\n')
	}
	if strings.HasPrefix(p.rest, noNewline+"\n") {
		p.next()
		text.Truncate(max(0, text.Len()-1))
	}
	e.Base = append([]byte{}, text.Bytes()...)
	if digest := DigestText(e.Base); digest != e.Digest && p.lenient {
		e.Digest = digest
	} else if digest != e.Digest {
		p.line = start
		return p.fail("base of %q: is not the text that its digest was made of: want the lock as scaffold wrote it", e.Path)
	}
	return nil
}

// complete sees to it that each team file has its text.
func (p *lockParser) complete() error {
	for i, e := range p.lock.Entries {
		if e.Owner == Team && e.Base == nil {
			p.line = p.lines[i]
			return p.fail("team file %q: want its base further down", e.Path)
		}
	}
	return nil
}
