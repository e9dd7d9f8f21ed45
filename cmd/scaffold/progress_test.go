package main

import (
	"bytes"
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/seed-0554dd89/scaffold/cmd/scaffold/internal/prompt"
)

// TestProgress has ten functions take 400 ms each: from the third on a line says how far it is, and goes before another is
// printed. Nothing shows without a terminal, nor of what takes no second.
func TestProgress(t *testing.T) {
	type terminal struct{ prompt.Asker }
	for _, test := range []struct {
		name     string
		terminal bool
		each     time.Duration
		want     string
	}{
		{"terminal", true, 400 * time.Millisecond, "f1\nf2\nf3\n\r[=========                     ] 3 of 10 functions\r\x1b[Kf4\n"},
		{"no terminal", false, 400 * time.Millisecond, "f1\nf2\nf3\nf4\n"},
		{"fast", true, 40 * time.Millisecond, "f1\nf2\nf3\nf4\nf5\nf6\nf7\nf8\nf9\nf10\n"},
	} {
		var out bytes.Buffer
		now := today
		sys := &System{Err: &out, Now: func() time.Time { return now }, Terminal: func(context.Context) prompt.Asker {
			if test.terminal {
				return terminal{}
			}
			return nil
		}}
		p := sys.progress(t.Context(), 10)
		for i := range 10 {
			now = now.Add(test.each)
			p.step(i+1, func() { fmt.Fprintf(&out, "f%d\n", i+1) })
		}
		p.clear()
		if !bytes.HasPrefix(out.Bytes(), []byte(test.want)) || !bytes.HasSuffix(out.Bytes(), []byte("f10\n")) {
			t.Errorf("%s: %q, want it to begin with %q", test.name, out.String(), test.want)
		}
	}
}
