package tree

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/plain"
)

// Record is what runs on this machine generated into one directory: for each path the texts that it was generated with.
// Unlike the lock it lies where nobody else can write, so that it shows which files are the tool's own.
//
//	scaffold record 1
//	# What scaffold wrote to /home/me/hello, for telling its files from yours.
//	sha256:... events/direct.json
//
// A nil Record knows nothing and keeps nothing.
type Record struct {
	name string // of its file
	dir  string
	made map[string][]Digest
}

const recordHead = "scaffold record 1\n"

// OpenRecord reads the record of dir, which is empty where there is none, from the directory records.
func OpenRecord(records, dir string) (*Record, error) {
	real, err := Physical(dir)
	if err != nil {
		return nil, fmt.Errorf("open record: %w", err)
	}
	key := sha256.Sum256([]byte(real))
	r := &Record{filepath.Join(records, hex.EncodeToString(key[:16])+".record"), real, map[string][]Digest{}}
	text, err := plain.Read(r.name, plain.Lock)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("open record: %w", err)
	}
	if rest, ok := bytes.CutPrefix(text, []byte(recordHead)); ok {
		r.read(rest)
	}
	return r, nil
}

// read passes over what it does not know: that shows nothing then.
func (r *Record) read(text []byte) {
	for lines := bufio.NewScanner(bytes.NewReader(text)); lines.Scan(); {
		written, name, _ := strings.Cut(lines.Text(), " ")
		if digest, err := ParseDigest(written); err == nil {
			r.made[name] = append(r.made[name], digest)
		}
	}
}

// Has reports whether a run generated a file of this name here.
func (r *Record) Has(name string) bool { return r != nil && len(r.made[name]) > 0 }

// Made reports whether a run generated a file of this name here with this very text.
func (r *Record) Made(name string, text []byte) bool {
	return r.Has(name) && slices.Contains(r.made[name], DigestText(text))
}

// Around keeps the record of a plan that apply applies: before anything is written it notes what is going to be, so that the
// files of a run that is cut off are known too, and afterwards what was. A record that cannot be written ends no run: without
// it the next one is only more careful.
func (r *Record) Around(plan Plan, apply func() ([]string, error)) error {
	if r == nil {
		_, err := apply()
		return err
	}
	before, next := maps.Clone(r.made), plan.generates()
	for name, digest := range next {
		r.note(name, digest)
	}
	_ = r.write()
	written, err := apply()
	if err == nil {
		r.settle(plan, next)
	} else {
		r.made = before
		for _, name := range written {
			if digest, ok := next[name]; ok {
				r.note(name, digest)
			}
		}
	}
	_ = r.write()
	return err
}

func (r *Record) note(name string, digest Digest) {
	if !slices.Contains(r.made[name], digest) {
		r.made[name] = append(slices.Clip(r.made[name]), digest)
	}
}

// settle keeps what holds once a plan is applied: of what was generated its text alone, of what is left as it was what was
// known, of what is gone nothing.
func (r *Record) settle(plan Plan, next map[string]Digest) {
	was := r.made
	r.made = map[string][]Digest{}
	for _, c := range plan.Changes {
		if digest, ok := next[c.Path]; ok {
			r.made[c.Path] = []Digest{digest}
		} else if c.Action != Remove && len(was[c.Path]) > 0 {
			r.made[c.Path] = was[c.Path]
		}
	}
}

// generates are the texts that a plan's files have been generated with once it is applied. What a person decides, and what
// stays as a person has it, is not among them.
func (p Plan) generates() map[string]Digest {
	made := map[string]Digest{}
	if len(p.Changes) == 0 {
		return made
	}
	lock, err := ParseLock(p.Changes[len(p.Changes)-1].New)
	if err != nil {
		return made
	}
	for _, c := range p.Changes {
		if e, ok := lock.Lookup(c.Path); ok && (c.Action == Same || c.Writes()) {
			made[c.Path] = e.Digest
		}
	}
	return made
}

func (r *Record) write() error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s# What scaffold wrote to %q, for telling its files from yours.\n", recordHead, r.dir)
	for _, name := range slices.Sorted(maps.Keys(r.made)) {
		for _, digest := range r.made[name] {
			fmt.Fprintf(&b, "%s %s\n", digest, name)
		}
	}
	temp := filepath.Join(filepath.Dir(r.name), tempName())
	err := os.WriteFile(temp, b.Bytes(), 0o600)
	if err == nil {
		err = os.Rename(temp, r.name)
	}
	if err != nil {
		os.Remove(temp)
	}
	return err
}
