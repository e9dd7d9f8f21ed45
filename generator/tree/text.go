package tree

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
)

// Normalize gives text the line ends it was generated with: carriage returns before a newline, which a checkout on
// Windows puts there, are gone. Others stay. Text without any is returned as it is, not copied.
func Normalize(text []byte) []byte {
	if !bytes.Contains(text, []byte("\r\n")) {
		return text
	}
	out := make([]byte, 0, len(text))
	for line := range bytes.Lines(text) {
		if body, ended := bytes.CutSuffix(line, []byte("\n")); ended {
			out = append(append(out, bytes.TrimRight(body, "\r")...), '\n')
		} else {
			out = append(out, line...)
		}
	}
	return out
}

func sameText(a, b []byte) bool {
	return bytes.Equal(a, b) || bytes.Equal(Normalize(a), Normalize(b))
}

// withEnds gives generated text the line ends of the text that it replaces, by its first line.
func withEnds(text, old []byte) []byte {
	if !windowsEnds(old) {
		return text
	}
	return bytes.ReplaceAll(Normalize(text), []byte("\n"), []byte("\r\n"))
}

// windowsEnds reports whether a text's first line ends as on Windows.
func windowsEnds(text []byte) bool {
	at := bytes.IndexByte(text, '\n')
	return at > 0 && text[at-1] == '\r'
}

// Digest is the SHA-256 of something.
type Digest [sha256.Size]byte

// DigestText is the digest of normalized text: the same on every checkout.
func DigestText(text []byte) Digest { return sha256.Sum256(Normalize(text)) }

const digestPrefix = "sha256:"

// String is the digest as locks write it: "sha256:" and 64 hexadecimal digits.
func (d Digest) String() string { return digestPrefix + hex.EncodeToString(d[:]) }

// ParseDigest reads what String wrote.
func ParseDigest(s string) (d Digest, err error) {
	digits, ok := strings.CutPrefix(s, digestPrefix)
	if !ok || len(digits) != 2*len(d) || digits != strings.ToLower(digits) {
		return d, fmt.Errorf("digest %q: want sha256: and %d lower-case hexadecimal digits", s, 2*len(d))
	}
	if _, err := hex.Decode(d[:], []byte(digits)); err != nil {
		return d, fmt.Errorf("digest %q: %w", s, err)
	}
	return d, nil
}
