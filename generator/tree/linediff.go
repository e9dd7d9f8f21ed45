package tree

// An edit says that lines a0 to a1 of one text became lines b0 to b1 of another; ends are not included.
type edit struct{ a0, a1, b0, b1 int }

// diffLines is what turns one text's lines into another's, in order, with at least one equal line between two edits.
//
// Among the shortest answers it takes the one that git takes, so that merges come out as people know them: where
// lines repeat, many answers are equally short, and each merges other texts. The search is Myers' with linear
// space ("An O(ND) Difference Algorithm and Its Variations", 1986); git's choices are those of its library xdiff
// without options. Beyond 256 differing lines in a stretch git stops looking for the shortest answer; this does after
// maxSteps in all, and takes what is left as different: a merge may be a conflict then that a longer search would spare.
func diffLines(a, b []string) []edit {
	if len(a)+len(b) > maxLines {
		return apart(a, b)
	}
	numbers := make(map[string]int)
	x, y := newSide(a, numbers), newSide(b, numbers)
	first := 0
	for first < min(len(a), len(b)) && x.lines[first] == y.lines[first] {
		first++
	}
	last := 0
	for last < min(len(a), len(b))-first && x.lines[len(a)-1-last] == y.lines[len(b)-1-last] {
		last++
	}
	x.choose(first, len(a)-last, y)
	y.choose(first, len(b)-last, x)
	s := newSearch(x, y)
	s.compare(box{0, len(x.asked), 0, len(y.asked)})

	u, v := x.common(), y.common()
	slide(x.lines, u, v, len(b))
	slide(y.lines, v, u, len(a))
	return edits(u, v, len(a), len(b))
}

// maxLines is how many lines two texts may have together to be compared line by line. The longest honest ones have a few thousand.
const maxLines = 400_000

// apart is the plainest answer: one edit from the first line that differs to the last.
func apart(a, b []string) []edit {
	first := 0
	for first < min(len(a), len(b)) && a[first] == b[first] {
		first++
	}
	last := 0
	for last < min(len(a), len(b))-first && a[len(a)-1-last] == b[len(b)-1-last] {
		last++
	}
	if first == len(a)-last && first == len(b)-last {
		return nil
	}
	return []edit{{first, len(a) - last, first, len(b) - last}}
}

// side is one of two texts that are compared.
type side struct {
	lines   []int       // the lines as numbers: equal lines have equal ones
	count   map[int]int // how often each stands here
	differs []bool      // by line: it is not in the other text, as far as is known
	asked   []int       // the lines that the search is for
}

func newSide(lines []string, numbers map[string]int) *side {
	s := &side{lines: make([]int, len(lines)), count: make(map[int]int), differs: make([]bool, len(lines))}
	for i, line := range lines {
		n, ok := numbers[line]
		if !ok {
			n = len(numbers)
			numbers[line] = n
		}
		s.lines[i] = n
		s.count[n]++
	}
	return s
}

// common are the lines that are in the other text too, by place.
func (s *side) common() []int {
	var places []int
	for i, differs := range s.differs {
		if !differs {
			places = append(places, i)
		}
	}
	return places
}

// edits are the gaps between common lines: the k-th of one text is the k-th of the other.
func edits(u, v []int, lenA, lenB int) []edit {
	var all []edit
	e := edit{}
	for k := range len(u) + 1 {
		e.a1, e.b1 = lenA, lenB
		if k < len(u) {
			e.a1, e.b1 = u[k], v[k]
		}
		if e.a0 < e.a1 || e.b0 < e.b1 {
			all = append(all, e)
		}
		e = edit{a0: e.a1 + 1, b0: e.b1 + 1}
	}
	return all
}
