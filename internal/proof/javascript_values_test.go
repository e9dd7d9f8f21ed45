package proof

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// greeting is what a function answers to these keys, worked out from the Spec and not from the generated text. A key that
// is absent has its default.
func greeting(s spec.Spec, keys spec.Value) string {
	i := slices.IndexFunc(languages, func(l *language) bool { return l.name == s.Language })
	var text strings.Builder
	text.WriteString("Hello from Lambda")
	for _, k := range s.Keys {
		value, given := keys.Member(k.Name)
		if !given {
			value = k.Default.Value()
		}
		text.WriteByte(' ')
		if k.Type == spec.String && value.Type == spec.String {
			text.WriteString(value.Text)
		} else {
			text.WriteString(languages[i].stringify(value))
		}
	}
	return text.String()
}

// stringify writes a value as JSON.stringify does.
// https://tc39.es/ecma262/#sec-json.stringify
func stringify(v spec.Value) string {
	var parts []string
	switch v.Type {
	case spec.Integer, spec.Number:
		f, err := strconv.ParseFloat(v.Text, 64)
		if err != nil {
			panic(err)
		}
		return number(f)
	case spec.Array:
		for _, element := range v.Elements {
			parts = append(parts, stringify(element))
		}
		return "[" + strings.Join(parts, ",") + "]"
	case spec.Object:
		for _, m := range v.Members {
			parts = append(parts, string(spec.Text(m.Name))+":"+stringify(m.Value))
		}
		return "{" + strings.Join(parts, ",") + "}"
	}
	return string(v.JSON())
}

// number writes a number as JavaScript does.
// https://tc39.es/ecma262/#sec-numeric-types-number-tostring
func number(f float64) string {
	if f == 0 {
		return "0"
	}
	if abs := math.Abs(f); abs >= 1e-6 && abs < 1e21 {
		return strconv.FormatFloat(f, 'f', -1, 64)
	}
	text := strconv.FormatFloat(f, 'e', -1, 64)
	return strings.Replace(strings.Replace(text, "e+0", "e+", 1), "e-0", "e-", 1)
}

func TestNumber(t *testing.T) {
	for f, want := range map[float64]string{
		0: "0", math.Copysign(0, -1): "0", -0.5: "-0.5", 1e21: "1e+21", 1e20: "100000000000000000000", 1e-7: "1e-7", 5e-324: "5e-324", 1.5e300: "1.5e+300",
	} {
		if got := number(f); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
