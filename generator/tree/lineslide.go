package tree

// slide moves the differing lines of a text as far down as they go, which says the same: where "b" became "b a b", the
// new lines are "b a" or "a b". Gaps that meet become one; a gap that can lie beside one of the other text lies there.
//
// u and v are the places of the common lines in this text and in the other, which has n lines; u is changed.
func slide(lines, u, v []int, n int) {
	here, there := gaps{u, len(lines)}, gaps{v, n}
	for k := 0; k <= len(u); k++ {
		if here.empty(k) {
			continue
		}
		var top, beside int // beside is the lowest gap reached that has one of the other text beside it
		for {
			start, end := here.at(k)
			size := end - start
			for here.up(lines, k) {
				k--
			}
			top, beside = k, -1
			if !there.empty(k) {
				beside = k
			}
			for here.down(lines, k) {
				if k++; !there.empty(k) {
					beside = k
				}
			}
			if start, end = here.at(k); end-start == size {
				break
			}
		}
		for k > top && beside >= 0 && there.empty(k) {
			here.up(lines, k)
			k--
		}
	}
}

// gaps are the lines of a text of n lines between those at places; gap k lies before the k-th place.
type gaps struct {
	places []int
	n      int
}

func (g gaps) at(k int) (start, end int) {
	end = g.n
	if k > 0 {
		start = g.places[k-1] + 1
	}
	if k < len(g.places) {
		end = g.places[k]
	}
	return start, end
}

func (g gaps) empty(k int) bool {
	start, end := g.at(k)
	return start == end
}

// up moves gap k up by a line, where the line above it equals its last one, and is then gap k-1 with what was there.
func (g gaps) up(lines []int, k int) bool {
	start, end := g.at(k)
	if start == 0 || lines[start-1] != lines[end-1] {
		return false
	}
	g.places[k-1] = end - 1
	return true
}

// down moves gap k down by a line, where the line below it equals its first one, and is then gap k+1.
func (g gaps) down(lines []int, k int) bool {
	start, end := g.at(k)
	if end == g.n || lines[start] != lines[end] {
		return false
	}
	g.places[k] = start
	return true
}
