package tree

import (
	"bytes"
	"crypto/sha1" //nolint:gosec // git names texts by it
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"hash"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/plain"
)

// gitIndex is what git is going to commit, by path from the top of the working tree: of each regular file the name that git
// gives its text. A file that has this text still can be brought back with git checkout.
type gitIndex struct {
	files map[string]string
	hash  func() hash.Hash
}

// names reports whether a path stands in the index with this text, as it is or with the line ends that git takes it in with.
func (x *gitIndex) names(path string, text []byte) bool {
	is, ok := x.files[path]
	return ok && (is == x.blob(text) || is == x.blob(Normalize(text)))
}

// blob is git's name of a text. https://git-scm.com/book/en/v2/Git-Internals-Git-Objects
func (x *gitIndex) blob(text []byte) string {
	h := x.hash()
	fmt.Fprintf(h, "blob %d\x00", len(text))
	h.Write(text)
	return string(h.Sum(nil))
}

var errIndex = errors.New("is no index of git that scaffold can read")

// parseIndex reads an index of versions 2 to 4: https://git-scm.com/docs/index-format. What stands in an index beside it (split
// index) or for a whole directory (sparse index) is not found.
func parseIndex(data []byte) (*gitIndex, error) {
	x := &gitIndex{files: map[string]string{}, hash: indexHash(data)}
	if len(data) < 12 || string(data[:4]) != "DIRC" {
		return nil, errIndex
	}
	version, count := binary.BigEndian.Uint32(data[4:]), binary.BigEndian.Uint32(data[8:])
	if version < 2 || version > 4 {
		return nil, errIndex
	}
	r := indexReader{rest: data[12:], version: version, size: x.hash().Size(), room: plain.Index}
	for range count {
		e, ok := r.next()
		if !ok {
			return nil, errIndex
		}
		if e.mode&0o170000 == 0o100000 && e.stage == 0 && !e.intended {
			x.files[e.path] = e.blob
		}
	}
	return x, nil
}

// indexHash is the hash that a repository uses: the index ends with that of all before.
func indexHash(data []byte) func() hash.Hash {
	if at := len(data) - sha256.Size; at >= 0 {
		if sum := sha256.Sum256(data[:at]); bytes.Equal(sum[:], data[at:]) {
			return sha256.New
		}
	}
	return sha1.New //nolint:gosec // git's own
}

// indexEntry is a file of an index.
type indexEntry struct {
	path     string
	mode     uint32
	blob     string
	stage    int  // not 0: one side of a merge that is not done
	intended bool // git add --intent-to-add: no text yet
}

// indexReader reads one entry after the other.
type indexReader struct {
	rest    []byte
	version uint32
	size    int // of a hash
	path    string
	room    int // how many bytes of paths are left
}

func (r *indexReader) next() (e indexEntry, ok bool) {
	const stat = 40 // bytes of times, device, mode, owner and size
	head := stat + r.size + 2
	if len(r.rest) < head {
		return e, false
	}
	e.mode = binary.BigEndian.Uint32(r.rest[24:])
	e.blob = string(r.rest[stat : stat+r.size])
	flags := binary.BigEndian.Uint16(r.rest[head-2:])
	e.stage = int(flags >> 12 & 3)
	if flags&0x4000 != 0 { // extended
		if len(r.rest) < head+2 {
			return e, false
		}
		e.intended = binary.BigEndian.Uint16(r.rest[head:])&0x2000 != 0
		head += 2
	}
	name := r.rest[head:]
	shared, used := "", 0
	if r.version == 4 {
		if shared, used, ok = r.shared(name); !ok {
			return e, false
		}
	}
	end := bytes.IndexByte(name[used:], 0)
	if r.room -= len(shared) + end; end < 0 || r.room < 0 { // in version 4 each path may hold all before it
		return e, false
	}
	e.path = shared + string(name[used:used+end])
	r.path = strings.Clone(e.path)
	length := head + used + end + 1
	if r.version < 4 {
		length = (head + end + 8) &^ 7 // one to eight zeros
	}
	if len(r.rest) < length {
		return e, false
	}
	r.rest = r.rest[length:]
	return e, true
}

// shared is the beginning of a name that the name before has too, and how many bytes say so: how much of its end is to go, in
// the numbers that pack files have for offsets.
func (r *indexReader) shared(data []byte) (shared string, used int, ok bool) {
	drop := 0
	for ; ; used++ {
		if used >= len(data) || used > 4 {
			return "", 0, false
		}
		if used > 0 {
			drop++
		}
		drop = drop<<7 | int(data[used]&0x7f)
		if data[used]&0x80 == 0 {
			break
		}
	}
	if drop > len(r.path) {
		return "", 0, false
	}
	return r.path[:len(r.path)-drop], used + 1, true
}
