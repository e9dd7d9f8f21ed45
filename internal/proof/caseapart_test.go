package proof

import "slices"

// apartCases are functions with several triggers, of one kind and of different kinds: each sample event calls the handler as
// its own trigger, and an event of none of them is refused where another source of the kind sent it.
func (b *builder) apartCases() {
	for _, set := range triggerSets {
		f := b.function("apart "+set.name, slices.Concat([]string{"--key", "give=text"}, set.args))
		for n := range f.Triggers {
			if e := f.unchanged(b, n); f.Triggers[n].Marked() {
				b.addOne(f, e, e.trigger, became{give: "text"}, f.sampleKeys(n))
			}
		}
	}
}
