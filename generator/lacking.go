package generator

import "slices"

// Lacking is a part that not every event of a trigger has, with the facts that stand in it.
type Lacking struct {
	*Expr
	Facts []string
}

// Lacking are the parts of the trigger's event that may be missing although a fact stands in them: those of an authorizer of
// an API that may have none. Records are not looked at.
func (t *Trigger) Lacking() []Lacking {
	var parts []Lacking
	if t.Each != nil {
		return nil
	}
	for _, fact := range t.Facts {
		for e := fact.Expr; e != nil; e = e.Of {
			if e.Safe || e.Of == nil || fact.Sample == nil || t.needs(e.Of) {
				continue
			}
			i := slices.IndexFunc(parts, func(p Lacking) bool { return p.place() == e.Of.place() })
			if i < 0 {
				parts = append(parts, Lacking{Expr: e.Of})
				i = len(parts) - 1
			}
			parts[i].Facts = append(parts[i].Facts, fact.Name)
		}
	}
	return parts
}

// needs tells whether keys that the function cannot do without are in the part.
func (t *Trigger) needs(part *Expr) bool {
	return t.Function.Required() && slices.ContainsFunc(t.Keys, func(place Place) bool {
		for e := place.Expr; e != nil; e = e.Of {
			if e.place() == part.place() {
				return true
			}
		}
		return false
	})
}
