package generator

// scope gives each name of one place once: of a file of code, a template, a policy, or the placeholders of a function. Who
// asks first keeps the name that was wanted, so that what comes later in a Spec renames nothing before it.
type scope struct {
	taken map[string]bool
	never func(name string) bool // what no name may be besides; nil: anything may
}

// newScope returns the scope of a place that has some names already: those of helpers, words that a language reserves.
func newScope(taken ...[]string) *scope {
	s := &scope{taken: map[string]bool{}}
	for _, some := range taken {
		s.take(some...)
	}
	return s
}

// take marks names as taken that are what they are, whoever else wants them.
func (s *scope) take(some ...string) {
	for _, name := range some {
		s.taken[name] = true
	}
}

// give returns the name that is wanted where it is free, else the first of name2, name3 and so on, with the separator in
// front of the number. It is taken from then on.
func (s *scope) give(wanted, separator string) string {
	name := wanted
	for i := 1; s.taken[name] || s.never != nil && s.never(name); i++ {
		name = numbered(wanted, separator, i)
	}
	s.taken[name] = true
	return name
}
