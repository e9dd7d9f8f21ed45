package proof

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
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
// two choices meeting. Each begins with a pair that is still missing and takes, axis by axis, the choice that brings most
// others.
var pairwise = sync.OnceValue(func() []variant {
	missing := map[pair]bool{}
	for v := range product(20000) {
		v.pairs(func(p pair) bool { missing[p] = true; return true })
	}
	var chosen []variant
	for len(missing) > 0 {
		v := variantWith(first(missing), missing)
		v.pairs(func(p pair) bool { delete(missing, p); return true })
		chosen = append(chosen, v)
	}
	return chosen
})

// first is always the same one.
func first(pairs map[pair]bool) pair {
	return slices.MinFunc(slices.Collect(maps.Keys(pairs)), func(a, b pair) int {
		return cmp.Or(a.axis-b.axis, a.other-b.other, a.choice-b.choice, a.with-b.with)
	})
}

// variantWith is a function that has the pair, and many others that are missing.
func variantWith(p pair, missing map[pair]bool) variant {
	var v variant
	set := []int{p.axis, p.other}
	v[p.axis], v[p.other] = p.choice, p.with
	for i := range v {
		if slices.Contains(set, i) {
			continue
		}
		most := -1
		for choice := range axes[i] {
			with := v
			with[i] = choice
			count := 0
			for _, j := range set {
				q := pair{min(i, j), with[min(i, j)], max(i, j), with[max(i, j)]}
				if missing[q] {
					count++
				}
			}
			if count > most && !with.refused() {
				v, most = with, count
			}
		}
		set = append(set, i)
	}
	if v.refused() || !slices.Contains(slices.Collect(v.pairs), p) {
		panic(fmt.Sprintf("no variant has %v", p))
	}
	return v
}

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
	if len(pairwise()) > least*5/4 {
		t.Errorf("got %d variants, want few: at least there are %d", len(pairwise()), least)
	}
}
