package tree

import "math"

// search finds the longest common part of two sequences of lines and marks the rest as differing.
type search struct {
	x, y     *side
	forward  []int // by diagonal: how far into x one gets from the beginning ...
	backward []int // ... and from the end
	zero     int   // index of diagonal 0; a diagonal is the place in x less that in y
	steps    int   // that are left; what a box without any has is all different
}

// maxSteps is how many places of two texts are looked at to find what they have in common: a tenth of a second. Texts of 2,000
// lines that have nothing in common take half of it.
const maxSteps = 8 << 20

// box is a part of both sequences.
type box struct{ x0, x1, y0, y1 int }

func newSearch(x, y *side) *search {
	n := len(x.asked) + len(y.asked) + 3
	return &search{x: x, y: y, forward: make([]int, n), backward: make([]int, n), zero: len(y.asked) + 1, steps: maxSteps}
}

func (s *search) equal(i, j int) bool { return s.x.lines[s.x.asked[i]] == s.y.lines[s.y.asked[j]] }

// compare marks what differs in a box: it splits it where the shortest way from corner to corner has its middle.
func (s *search) compare(b box) {
	for b.x0 < b.x1 && b.y0 < b.y1 && s.equal(b.x0, b.y0) {
		b.x0++
		b.y0++
	}
	for b.x0 < b.x1 && b.y0 < b.y1 && s.equal(b.x1-1, b.y1-1) {
		b.x1--
		b.y1--
	}
	i, j, found := 0, 0, false
	if b.x0 < b.x1 && b.y0 < b.y1 {
		i, j, found = s.middle(b)
	}
	if !found {
		for i := b.x0; i < b.x1; i++ {
			s.x.differs[s.x.asked[i]] = true
		}
		for j := b.y0; j < b.y1; j++ {
			s.y.differs[s.y.asked[j]] = true
		}
		return
	}
	s.compare(box{b.x0, i, b.y0, j})
	s.compare(box{i, b.x1, j, b.y1})
}

// front is the range of diagonals that ways of some number of differing lines reach.
type front struct{ least, most int }

// widen takes in the next diagonal on both sides, or leaves out the outermost where the box ends. The places just
// outside get a value that no way takes.
func (f *front) widen(least, most int, reach []int, zero, none int) {
	if f.least > least {
		f.least--
		reach[zero+f.least-1] = none
	} else {
		f.least++
	}
	if f.most < most {
		f.most++
		reach[zero+f.most+1] = none
	} else {
		f.most--
	}
}

// middle is where ways from both corners of a box meet first, if they are found to in the steps that are left.
func (s *search) middle(b box) (x, y int, found bool) {
	least, most := b.x0-b.y1, b.x1-b.y0
	from, to := b.x0-b.y0, b.x1-b.y1
	fore, back := front{from, from}, front{to, to}
	s.forward[s.zero+from], s.backward[s.zero+to] = b.x0, b.x1
	odd := (from-to)%2 != 0
	for s.steps > 0 {
		s.steps -= fore.most - fore.least + back.most - back.least + 2
		fore.widen(least, most, s.forward, s.zero, -1)
		for d := fore.most; d >= fore.least; d -= 2 {
			at := s.zero + d
			i := max(s.forward[at-1]+1, s.forward[at+1])
			for i < b.x1 && i-d < b.y1 && s.equal(i, i-d) {
				i++
			}
			s.steps -= i - max(s.forward[at-1]+1, s.forward[at+1])
			s.forward[at] = i
			if odd && back.least <= d && d <= back.most && s.backward[at] <= i {
				return i, i - d, true
			}
		}
		back.widen(least, most, s.backward, s.zero, math.MaxInt)
		for d := back.most; d >= back.least; d -= 2 {
			at := s.zero + d
			i := min(s.backward[at-1], s.backward[at+1]-1)
			for i > b.x0 && i-d > b.y0 && s.equal(i-1, i-d-1) {
				i--
			}
			s.steps -= min(s.backward[at-1], s.backward[at+1]-1) - i
			s.backward[at] = i
			if !odd && fore.least <= d && d <= fore.most && i <= s.forward[at] {
				return i, i - d, true
			}
		}
	}
	return 0, 0, false
}
