package prompt

import (
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

const defaultName = "hello"

// name asks for the function's name, and looks at once whether its directory is free.
func (i *Interview) name() (err error) {
	check := func(name string) string {
		if p := spec.CheckName(name); p != nil {
			return sentence(p)
		}
		return i.Target(name)
	}
	q := Input{Message: "Name of the function", Help: "its directory is called so too", Check: check}
	if check(defaultName) == "" {
		q.Default = defaultName
	}
	i.Spec.Name, err = i.asker.Input(q)
	return err
}

// runtime offers the runtimes that functions can be created with.
func (i *Interview) runtime() (err error) {
	q := Select{Message: "Runtime", Default: i.resolved().Runtime}
	for _, r := range aws.Runtimes() {
		refused, _ := spec.Lifecycle(r.ID, i.Day)
		if refused != nil || i.Spec.Language != "" && r.Language(i.Spec.Language) == nil {
			continue
		}
		about := strings.Join(r.LanguageNames(), " or ")
		if r.Deprecated != "" {
			about += ", gets security patches until " + r.Deprecated
		}
		q.Options = append(q.Options, Option{r.ID, about})
	}
	i.Spec.Runtime, err = i.asker.Select(q)
	return err
}

// languageOpen tells whether the runtime leaves the language open, as its short names, node for example, do not.
func (i *Interview) languageOpen() bool {
	short := i.Spec.Runtime != "" && spec.FindRuntime(i.Spec.Runtime) == nil
	facts := i.facts()
	return !short && facts != nil && len(facts.Languages) > 1
}

func (i *Interview) language() (err error) {
	i.Spec.Language, err = i.asker.Select(Select{Message: "Language", Options: options(i.facts().LanguageNames()), Default: i.resolved().Language})
	return err
}

func (i *Interview) styleOpen() bool {
	return len(i.styles()) > 1
}

// styles are those that the runtime runs of the function's language.
func (i *Interview) styles() []string {
	facts := i.facts()
	if facts == nil {
		return nil
	}
	language := facts.Language(i.resolved().Language)
	if language == nil {
		return nil
	}
	return language.Styles
}

func (i *Interview) style() (err error) {
	q := Select{Message: "Style of the handler", Default: i.resolved().Style}
	for _, style := range i.styles() {
		q.Options = append(q.Options, Option{style, aws.StyleAbout(style)})
	}
	i.Spec.Style, err = i.asker.Select(q)
	return err
}

func options(values []string) (options []Option) {
	for _, v := range values {
		options = append(options, Option{Value: v})
	}
	return options
}
