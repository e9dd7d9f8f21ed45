package proof

import (
	"iter"
	"slices"
	"sync"
	"testing"
)

// product yields the variants of the full product that are functions, about most of them, evenly spread and always the same.
func product(most int) iter.Seq[variant] {
	size := 1
	for _, a := range axes {
		size *= len(a)
	}
	return func(yield func(variant) bool) {
		// A prime that divides no axis visits each variant once, neighbours far apart.
		const stride = 7919
		for i := range min(most, size) {
			v, rest := variant{}, i*stride%size
			for j, a := range axes {
				v[j], rest = rest%len(a), rest/len(a)
			}
			if !v.refused() && !yield(v) {
				return
			}
		}
	}
}

// pair is two choices of two axes.
type pair struct{ axis, choice, other, with int }

func (v variant) pairs(yield func(pair) bool) {
	for i := range v {
		for j := i + 1; j < len(v); j++ {
			if !yield(pair{i, v[i], j, v[j]}) {
				return
			}
		}
	}
}

// pairwise are variants in which every pair of choices occurs that a function can have: what goes wrong is nearly always
// two choices meeting. Each is the best of a few candidates that hold a pair which is still missing.
var pairwise = sync.OnceValue(func() []variant {
	missing := map[pair]bool{}
	for v := range product(20000) {
		v.pairs(func(p pair) bool { missing[p] = true; return true })
	}
	var chosen []variant
	for len(missing) > 0 {
		var best variant
		most, seen := 0, 0
		for v := range product(20000) {
			count := 0
			v.pairs(func(p pair) bool {
				if missing[p] {
					count++
				}
				return true
			})
			if count > most {
				best, most = v, count
			}
			if count > 0 {
				seen++
			}
			if seen > 100 {
				break
			}
		}
		best.pairs(func(p pair) bool { delete(missing, p); return true })
		chosen = append(chosen, best)
	}
	return chosen
})

// with are the pairwise variants and most of the product, each once.
func with(most int) []variant {
	all := slices.Clone(pairwise())
	for v := range product(most) {
		if !slices.Contains(pairwise(), v) {
			all = append(all, v)
		}
	}
	return all
}

// few are variants in which every choice occurs, for what takes long and looks at one choice at a time; in the longer proof
// they are the pairwise ones.
func few(t testing.TB) []variant {
	t.Helper()
	if long {
		return pairwise()
	}
	var chosen []variant
	have := map[string]bool{}
	for _, v := range pairwise() {
		fresh := 0
		for i, choice := range v {
			if name := axes[i][choice].name; !have[name] {
				fresh++
			}
		}
		// The first ones bring much that is new; the last choices come one by one.
		if fresh == 0 || fresh < 2 && len(have) < len(axes)*5 {
			continue
		}
		for i, choice := range v {
			have[axes[i][choice].name] = true
		}
		chosen = append(chosen, v)
	}
	return chosen
}

// Every pair of choices occurs that does not contradict itself, in few variants.
func TestPairwise(t *testing.T) {
	have := map[pair]bool{}
	for _, v := range pairwise() {
		v.pairs(func(p pair) bool { have[p] = true; return true })
	}
	for i, a := range axes {
		for j := i + 1; j < len(axes); j++ {
			for choice := range a {
				for with := range axes[j] {
					v := variant{}
					v[i], v[j] = choice, with
					if v.refused() {
						continue
					}
					if !have[pair{i, choice, j, with}] {
						t.Errorf("no variant is %s and %s", a[choice].name, axes[j][with].name)
					}
				}
			}
		}
	}
	// No set can be smaller than the pairs of the two longest axes.
	sizes := make([]int, len(axes))
	for i, a := range axes {
		sizes[i] = len(a)
	}
	slices.Sort(sizes)
	least := sizes[len(sizes)-1] * sizes[len(sizes)-2]
	t.Logf("%d variants, at least %d", len(pairwise()), least)
	if len(pairwise()) > least*2 {
		t.Errorf("got %d variants, want few: at least there are %d", len(pairwise()), least)
	}
}
