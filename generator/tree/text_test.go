package tree

import (
	"bytes"
	"strings"
	"testing"
)

func TestNormalize(t *testing.T) {
	for in, want := range map[string]string{
		"":             "",
		"a\nb\n":       "a\nb\n",
		"a\r\nb\r\n":   "a\nb\n",
		"a\r\r\nb":     "a\nb",
		"a\rb\r":       "a\rb\r",
		"a\r\n\r\n\nb": "a\n\n\nb",
	} {
		if got := string(Normalize([]byte(in))); got != want {
			t.Errorf("Normalize(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzNormalize(f *testing.F) {
	f.Add([]byte("a\r\r\n\rb\r"))
	f.Fuzz(func(t *testing.T, text []byte) {
		once := Normalize(text)
		if !bytes.Equal(Normalize(once), once) {
			t.Errorf("Normalize(%q) = %q, which is not normalized", text, once)
		}
		windows := bytes.ReplaceAll(once, []byte("\n"), []byte("\r\n"))
		if !bytes.Equal(Normalize(windows), once) || DigestText(windows) != DigestText(text) {
			t.Errorf("%q is another text with line ends of Windows", text)
		}
	})
}

func TestParseDigest(t *testing.T) {
	// printf abc | sha256sum
	const abc = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
	if got := DigestText([]byte("abc")).String(); got != abc {
		t.Errorf("DigestText(abc) = %s", got)
	}
	if d, err := ParseDigest(abc); err != nil || d.String() != abc {
		t.Errorf("ParseDigest = %v, %v", d, err)
	}
	for _, bad := range []string{"", "sha256:", abc[7:], abc + "0", abc[:len(abc)-1] + "g", strings.ToUpper(abc), "sha256:" + strings.ToUpper(abc[7:])} {
		if _, err := ParseDigest(bad); err == nil {
			t.Errorf("ParseDigest(%q) gives no error", bad)
		}
	}
}
