package spec

// Held says how a field of a Go type holds a key, where keysFrom names that type.
type Held struct {
	Where   string   // of the field: event.go:12:2
	Field   string   // its name, which may be promoted from an embedded struct
	Type    string   // its type as generated code writes it, without a pointer: orders.Status
	Zero    string   // the zero value of that type as code
	Absent  bool     // no default is said: an absent key leaves the field as it is
	Plain   bool     // a basic type: it is written into a text as it is
	Decoded bool     // encoding/json reads it, once its JSON is of the key's type
	Time    bool     // a time in RFC 3339
	Sample  JSON     // a value that fits
	Imports []string // packages that Type needs
}

// WithKeys is a resolved Spec with the keys that the type of its keysFrom has. The error says where the fields are that
// cannot be keys.
func WithKeys(s Spec, keys []Key) (Spec, error) {
	r := resolver{s: clone(s)}
	r.s.Keys = keys
	r.keys()
	for _, p := range r.Problems {
		for _, k := range keys {
			if within(p.Path, Path("keys", k.Name)) && k.Held != nil {
				p.Where, p.Hint, p.inFile = k.Held.Where, "", ""
			}
		}
	}
	return r.s, Few(r.Err())
}
