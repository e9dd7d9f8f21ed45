package aws

import "slices"

// Variant is another form of a trigger's event and reply, and of what it takes to connect the source. What it leaves out is
// the trigger's own.
type Variant struct {
	Param   string   // the parameter that asks for it
	Values  []string // by one of these values; none: by any but false
	Event   *Event
	Reply   *Reply
	Bounds  *Bounds
	Types   []Type
	Wire    []string
	Config  string
	Caution string
	Note    string
}

// With is the trigger in the form that its parameters ask for, the first of its variants that one does; given returns a
// parameter's value as text, "" where it has none.
func (t *Trigger) With(given func(param string) string) *Trigger {
	i := slices.IndexFunc(t.Variants, func(v Variant) bool { return v.asked(given(v.Param)) })
	if i < 0 {
		return t
	}
	form, v := *t, t.Variants[i]
	if v.Event != nil {
		form.Event = *v.Event
	}
	if v.Reply != nil {
		form.Reply = *v.Reply
	}
	if v.Bounds != nil {
		form.Bounds = v.Bounds
	}
	if v.Types != nil {
		form.Types = v.Types
	}
	if v.Wire != nil {
		form.Wire, form.Config, form.Caution = v.Wire, v.Config, v.Caution
	}
	if v.Note != "" {
		form.Note = v.Note
	}
	return &form
}

func (v *Variant) asked(value string) bool {
	if len(v.Values) > 0 {
		return slices.Contains(v.Values, value)
	}
	return value != "" && value != "false"
}
