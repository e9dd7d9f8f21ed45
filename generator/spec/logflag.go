package spec

import "fmt"

// logging reads log choices, which together say how the function logs.
func (r *flagReader) logging(flag string, flags []string) (l Logging) {
	for _, text := range flags {
		if !r.took("logging", flag, text) {
			continue
		}
		reader := specReader{}
		u := reader.useFlag("logging", text, logChoices, r.readFile)
		if len(reader.problems) == 0 {
			reader.problems = r.logChoice(&l, u, shown(flag, text))
		}
		r.keep(reader.problems, flag, text)
	}
	return l
}

// logChoice takes one choice into l. A choice that says again what another one said is a problem.
func (r *flagReader) logChoice(l *Logging, u Use, where string) (problems Problems) {
	once := func(field string, given bool) {
		path := Path("logging", field)
		if given {
			problems.Add(path, field+" is given twice", "want it once").Hint = "the first is " + r.where[path]
		}
		r.where[path] = where
	}
	switch u.ID {
	case "none":
		l.None = true
	case "tracing":
		once("tracing", l.Tracing)
		l.Tracing = true
	case FormatText, FormatJSON:
		once("format", l.Format != "")
		l.Format = u.ID
	}
	for _, name := range sortedNames(u.Params) {
		switch value := u.Params[name].(type) {
		case string:
			if name == "level" {
				once(name, l.Level != "")
				l.Level = value
			} else {
				once(name, l.Group != "")
				l.Group = value
			}
		case bool:
			once(name, l.Create != nil)
			l.Create = &value
		case int:
			once(name, l.Retention != 0)
			l.Retention = value
			if value == 0 {
				problems.Add(Path("logging", name), fmt.Sprintf("%s is 0", name), "want a whole number above 0, or none for ever")
			}
		}
	}
	return problems
}

// logUses writes how the function logs as choices.
func logUses(l Logging) (uses []Use) {
	group := Use{ID: "cloudwatch", Params: map[string]any{}}
	if l.Group != "" {
		group.Params["group"] = l.Group
	}
	if l.Create != nil {
		group.Params["create"] = *l.Create
	}
	if l.Retention != 0 {
		group.Params["retention"] = l.Retention
	}
	if len(group.Params) > 0 {
		uses = append(uses, group)
	}
	if l.Format != "" {
		format := Use{ID: l.Format}
		if l.Level != "" {
			format.Params = map[string]any{"level": l.Level}
		}
		uses = append(uses, format)
	}
	if l.Tracing {
		uses = append(uses, Use{ID: "tracing"})
	}
	if l.None {
		uses = append(uses, Use{ID: "none"})
	}
	return uses
}
