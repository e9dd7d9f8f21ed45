package proof

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
)

// Nobody knows what a random event comes to, but every language and style comes to the same: what the first one answers, is
// told and calls its handler with. SCAFFOLD_SEED is another seed than the usual one. The runtime clients are installed by
// bash .ci/parts.
func TestAlike(t *testing.T) {
	if !long {
		t.Skip("a longer proof; it asks for SCAFFOLD_PROOF=1")
	}
	t.Parallel()
	seed, err := strconv.ParseUint(os.Getenv("SCAFFOLD_SEED"), 10, 64)
	if err != nil {
		seed = 1
	}
	var first []answer
	var firstFace string
	for _, l := range languages {
		for _, face := range l.faces {
			cases := randomCases(t, face, seed)
			got := try(t, l, face.name, cases)
			if first == nil {
				first, firstFace = got, face.name
				t.Logf("%d cases, %d of them fail", len(cases), failures(got))
			}
			for i, c := range cases {
				a, z := first[i], got[i]
				if l.zero {
					a, z = a.withoutZeros(), z.withoutZeros()
				}
				if !agree(a, z) {
					t.Errorf("SCAFFOLD_SEED=%d: %q\nevent %s\n%s %s\n%s %s", seed, c.function.args, c.event,
						firstFace, encodeEvent(first[i]), face.name, encodeEvent(got[i]))
				}
			}
		}
	}
}

// agree tells whether two languages answer alike. An error that is not the sender's has a type and a text of its own in each.
func agree(a, b answer) bool {
	if own := func(a answer) bool { return a.Fails != "" && !strings.HasPrefix(a.Fails, "InputError: ") }; own(a) && own(b) {
		a.Fails, b.Fails = "", ""
	}
	if b.Calls == nil {
		b.Calls = []call{}
	}
	return a.Fails == b.Fails && alike(a, b)
}

func failures(all []answer) (count int) {
	for _, a := range all {
		if a.Fails != "" {
			count++
		}
	}
	return count
}

// randomCases are events for functions of random Specs, the same for each face.
func randomCases(t *testing.T, face option, seed uint64) []testCase {
	t.Helper()
	random := random{rand.New(rand.NewPCG(seed, 0))}
	b := &builder{t: t, face: face}
	for n := 0; n < 60; n++ {
		f := b.function(fmt.Sprint("random ", n), random.args())
		for i := range 40 {
			b.add(f, fmt.Sprint(i), "random", random.event(b, f), answer{})
		}
	}
	return b.cases
}
