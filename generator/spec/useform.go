package spec

import (
	"strconv"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// Trigger is the trigger of the catalogue that the use is about, in the form that its parameters ask for; nil where there is
// none.
func (u Use) Trigger() *aws.Trigger {
	t := aws.FindTrigger(u.ID)
	if t == nil {
		return nil
	}
	return t.With(u.Text)
}

// Text is the value of a parameter as text, a list as its first element; "" where it has none.
func (u Use) Text(param string) string {
	switch value := u.Params[param].(type) {
	case string:
		return value
	case int:
		return strconv.Itoa(value)
	case bool:
		return strconv.FormatBool(value)
	case []string:
		if len(value) > 0 {
			return value[0]
		}
	case JSON:
		return string(value)
	}
	return ""
}
