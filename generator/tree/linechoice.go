package tree

// How often a line stands in the other text, as far as it matters for the search.
const (
	never = iota
	seldom
	often
)

// choose says which lines from first to last the search is for. A line that the other text has not at all differs; so
// does one that it has so often that finding it says little, among many that it has not.
func (s *side) choose(first, last int, other *side) {
	limit := 1 // about the square root of the number of lines, as a power of two
	for n := len(s.lines); n > 0; n >>= 2 {
		limit <<= 1
	}
	limit = min(limit, 1024)
	kinds := make([]int, last-first)
	for i := range kinds {
		switch n := other.count[s.lines[first+i]]; {
		case n >= limit:
			kinds[i] = often
		case n > 0:
			kinds[i] = seldom
		}
	}
	for i, kind := range kinds {
		if kind == seldom || kind == often && !lostAmongOthers(kinds, i) {
			s.asked = append(s.asked, first+i)
		} else {
			s.differs[first+i] = true
		}
	}
}

// lostAmongOthers reports whether the run of lines around the i-th that are found often or never, at most 100 either
// way, is made of the latter to more than three quarters, with one at least on both sides.
func lostAmongOthers(kinds []int, i int) bool {
	found, missed := 2, 0 // the line itself counts on both sides
	for _, step := range []int{-1, 1} {
		misses := 0
		for n, at := 1, i+step; n <= 100 && at >= 0 && at < len(kinds) && kinds[at] != seldom; n, at = n+1, at+step {
			if kinds[at] == never {
				misses++
			} else {
				found++
			}
		}
		if misses == 0 {
			return false
		}
		missed += misses
	}
	return 4*found < found+missed
}
