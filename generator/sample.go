package generator

import (
	"encoding/base64"
	"net/url"
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// sampleEvent makes a real event of a trigger: the catalogue's, with the trigger's own values and the function's keys.
func (f *Function) sampleEvent(kind *aws.Trigger, v *values) spec.Value {
	route := paramText(v.given["route"])
	s := sampler{f: f, values: v, inPath: append(aws.PathParams(paramText(v.given["path"])), aws.PathParams(route)...), body: true}
	hasBody := func(method string) bool { return slices.Contains([]string{"POST", "PUT", "PATCH"}, method) }
	if method := aws.FindParam(v.params, "method"); method != nil {
		s.body = hasBody(v.sample(method, paramText(v.given["method"])))
	} else if strings.Contains(route, " ") {
		s.body = hasBody(aws.InForm(aws.FormMethod, route))
	}
	return s.fill(spec.JSON(kind.Event.Sample).Value())
}

// sampler fills the holes of one sample event.
type sampler struct {
	f      *Function
	values *values
	inPath []string // names of the path's parameters
	body   bool     // the request has a body
}

func (s *sampler) fill(value spec.Value) spec.Value {
	switch value.Type {
	case spec.Object:
		if len(value.Members) == 1 {
			if wrapped, ok := wrap(value.Members[0].Name, s.fill(value.Members[0].Value)); ok {
				return wrapped
			}
		}
		out := spec.Value{Type: spec.Object}
		for _, m := range value.Members {
			name, optional := strings.CutSuffix(m.Name, "?")
			filled := s.fill(m.Value)
			if nothing := filled.Type == spec.Null || filled.Type == spec.String && filled.Text == ""; !optional || !nothing {
				out.Members = append(out.Members, spec.Member{Name: s.values.text(name), Value: filled})
			}
		}
		return out
	case spec.Array:
		out := spec.Value{Type: spec.Array}
		for _, element := range value.Elements {
			out.Elements = append(out.Elements, s.fill(element))
		}
		return out
	case spec.String:
		return s.text(value.Text)
	}
	return value
}

// text fills one text, which may stand for a whole value.
func (s *sampler) text(text string) spec.Value {
	switch text {
	case aws.KeysValue:
		return s.keys(func(k Key) spec.Value { return k.Sample.json.Value() })
	case aws.KeysBody:
		keys := s.keys(func(k Key) spec.Value { return k.Sample.json.Value() })
		if !s.body || len(keys.Members) == 0 {
			return nullValue
		}
		return textValue(string(keys.JSON()))
	case aws.KeysQuery:
		return s.query(func(k Key) spec.Value { return textValue(k.SampleText()) })
	case aws.KeysMultiQuery:
		return s.query(func(k Key) spec.Value {
			return spec.Value{Type: spec.Array, Elements: []spec.Value{textValue(k.SampleText())}}
		})
	case aws.PathValues, aws.PathDecoded:
		params := spec.Value{Type: spec.Object}
		for _, name := range s.inPath {
			value := s.f.sampleText(name)
			if text == aws.PathValues {
				value = url.PathEscape(value)
			}
			params.Members = append(params.Members, spec.Member{Name: name, Value: textValue(value)})
		}
		if len(params.Members) == 0 {
			return nullValue
		}
		return params
	}
	return textValue(s.values.text(text))
}

// keys are the keys that the path does not carry.
func (s *sampler) keys(value func(Key) spec.Value) spec.Value {
	keys := spec.Value{Type: spec.Object}
	for _, k := range s.f.Keys {
		if !slices.Contains(s.inPath, k.Name) {
			keys.Members = append(keys.Members, spec.Member{Name: k.Name, Value: value(k)})
		}
	}
	return keys
}

func (s *sampler) query(value func(Key) spec.Value) spec.Value {
	keys := s.keys(value)
	if s.body || len(keys.Members) == 0 {
		return nullValue
	}
	return keys
}

// sampleText is the text that stands for a key or path parameter in a path.
func (f *Function) sampleText(name string) string {
	for _, k := range f.Keys {
		if k.Name == name {
			return k.SampleText()
		}
	}
	return "sample-" + name
}

// at walks a path in a sample event as the generated code walks it in a real one; ok is false where it leads nowhere.
func at(value spec.Value, path aws.Path) (found spec.Value, ok bool) {
	ok = true
	for _, step := range path {
		switch step.Op() {
		case "field":
			name, _ := step.Field()
			value, ok = value.Member(name)
		case "first":
			if ok = len(value.Elements) > 0; ok {
				value = value.Elements[0]
			}
		case "members":
			name, _ := step.Field()
			picked := spec.Value{Type: spec.Object}
			for _, m := range value.Members {
				if own, there := m.Value.Member(name); there && own.Type != spec.Null {
					picked.Members = append(picked.Members, spec.Member{Name: m.Name, Value: own})
				}
			}
			value = picked
		case "values":
			var all spec.Value
			for _, m := range value.Members {
				all.Elements = append(all.Elements, m.Value.Elements...)
			}
			value = all
		case "url":
			text, err := url.QueryUnescape(value.Text)
			value, ok = textValue(text), err == nil
		case "json":
			value = spec.JSON(value.Text).Value()
		case "gunzip":
			var text string
			text, ok = decompress(value.Text)
			value = textValue(text)
		case "base64":
			text, err := base64.StdEncoding.DecodeString(value.Text)
			value, ok = textValue(string(text)), err == nil
		case "resource":
			value = textValue(aws.ResourceName(value.Text))
		}
		if !ok {
			return spec.Value{}, false
		}
	}
	return value, true
}
