package aws

import "slices"

// Variant is another form of a trigger's event and reply.
type Variant struct {
	Param  string   // the parameter that asks for it
	Values []string // by one of these values; none: by any but false
	Event  *Event   // nil: the trigger's own
	Reply  *Reply   // nil: the trigger's own
	Types  []Type   // nil: the trigger's own
}

// With is the trigger in the form that its parameters ask for, the first of its variants that one does; given returns a
// parameter's value as text, "" where it has none.
func (t *Trigger) With(given func(param string) string) *Trigger {
	for _, v := range t.Variants {
		value := given(v.Param)
		asks := value != "" && value != "false"
		if len(v.Values) > 0 {
			asks = slices.Contains(v.Values, value)
		}
		if !asks {
			continue
		}
		form := *t
		if v.Event != nil {
			form.Event = *v.Event
		}
		if v.Reply != nil {
			form.Reply = *v.Reply
		}
		if v.Types != nil {
			form.Types = v.Types
		}
		return &form
	}
	return t
}
