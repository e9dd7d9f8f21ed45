package tree

import (
	"errors"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Whatever is wanted and whatever is there: a plan with conflicts changes nothing; one without leaves every file as
// wanted or kept, touches no other, and there is nothing to do afterwards.
func TestCompareApplyLaw(t *testing.T) {
	names := []string{"a", "b", "A", "a/x", "a/y", "b/x/y", "B/x", "c", "c/x/z", "d.txt"}
	texts := []string{"", "one\n", "one\r\n", "two\n", "-> a", "-> b/x", "-> nowhere", "-> ..", "/"}
	count := make(map[string]int)
	for seed := range uint64(600) {
		random := rand.New(rand.NewPCG(seed, 5))
		top := t.TempDir()
		dir := filepath.Join(top, "dir")
		lay(t, top, "beside", "kept")
		for range random.IntN(5) {
			name, text := names[random.IntN(len(names))], texts[random.IntN(len(texts))]
			clear := true
			for have := range slices.Chunk(contents(t, top), 2) {
				path, other := strings.ToLower("dir/"+name), strings.ToLower(strings.TrimSuffix(have[0], "/"))
				clear = clear && path != other && !strings.HasPrefix(path, other+"/") && !strings.HasPrefix(other, path+"/")
			}
			switch {
			case clear && text == "/":
				lay(t, dir, name+"/", "")
			case clear:
				lay(t, dir, name, text)
			}
		}
		want := new(FileSet)
		for range 1 + random.IntN(5) {
			f := File{
				Path: names[random.IntN(len(names))], Data: []byte(texts[random.IntN(4)]), Owner: Owner(random.IntN(3)),
				Ecosystem: random.IntN(4) == 0, Local: true,
			}
			_ = want.Add(f) // one that cannot stand with the others is left out
		}
		opt := Options{Replace: random.IntN(2) == 0}
		if random.IntN(2) == 0 {
			opt.Lock = &stamp
		}

		var before []string
		if exists(dir) {
			before = contents(t, dir)
		}
		plan := compare(t, dir, want, opt)
		written, err := Apply(t.Context(), plan, dir)
		var after []string
		if exists(dir) {
			after = contents(t, dir)
		}
		var conflict *ConflictError
		switch {
		case errors.As(err, &conflict):
			count["conflict"]++
			if written != nil || !slices.Equal(before, after) || len(conflict.Changes) != len(plan.Conflicts()) {
				t.Errorf("seed %d: conflict, and wrote %q: %q became %q", seed, written, before, after)
			}
			continue
		case err != nil:
			t.Fatalf("seed %d: %v\n%s", seed, err, text(plan))
		}
		count["applied"]++
		now, was := pairs(after), pairs(before)
		for _, c := range plan.Changes {
			count[c.Action.String()]++
			if !c.Writes() && (c.Action != Keep || was[c.Path] != now[c.Path]) && !sameText([]byte(now[c.Path]), c.New) || c.Writes() && now[c.Path] != string(c.New) {
				t.Errorf("seed %d: %s %s: is %q, was %q, want %q", seed, c.Action, c.Path, now[c.Path], was[c.Path], c.New)
			}
			delete(was, c.Path)
		}
		for path, old := range was {
			if is, ok := now[path]; !strings.HasSuffix(path, "/") && (!ok || is != old) {
				t.Errorf("seed %d: %s was %q and is %q", seed, path, old, is)
			}
		}
		if again := compare(t, dir, want, opt); !again.Empty() || len(again.Conflicts()) > 0 || temporary(after) {
			t.Errorf("seed %d: there is more to do:\n%s%q", seed, text(again), after)
		}
		if got := contents(t, top)[:2]; !slices.Equal(got, []string{"beside", "kept"}) {
			t.Errorf("seed %d: beside is %q", seed, got)
		}
	}
	for _, kind := range []string{"conflict", "applied", "create", "update", "same", "keep"} {
		if count[kind] < 10 {
			t.Errorf("only %d times %s: the law is hardly tried", count[kind], kind)
		}
	}
}

// pairs is contents by path.
func pairs(contents []string) map[string]string {
	m := make(map[string]string)
	for pair := range slices.Chunk(contents, 2) {
		m[pair[0]] = pair[1]
	}
	return m
}
