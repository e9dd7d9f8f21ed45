package spec

import (
	"fmt"
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// languages are all that a Spec may name. The catalogue's runtimes say which of them functions can be written in.
func languages() []string { return []string{"javascript", "typescript", "python", "go"} }

// Languages are the languages that functions can be written in, in the order in which people meet them.
func Languages() (written []string) {
	for _, l := range languages() {
		if recommended(l) != nil {
			written = append(written, l)
		}
	}
	return written
}

// recommended returns the runtime for new functions in a language, nil where there is none.
func recommended(language string) *aws.Runtime {
	for _, r := range aws.Runtimes() {
		if r.Language(language) != nil {
			return r
		}
	}
	return nil
}

// alias returns the language that a short name of a runtime means: node, or the language itself.
func alias(name string) (language string, ok bool) {
	if name == "node" || name == "nodejs" {
		return "javascript", true
	}
	return name, slices.Contains(languages(), name)
}

// FindRuntime returns the facts of the runtime called id. One that is newer than the catalogue has those of the newest it
// knows of the family; nil is a runtime of no known family.
func FindRuntime(id string) *aws.Runtime {
	if r := aws.FindRuntime(id); r != nil {
		return r
	}
	return aws.NewerThanKnown(id)
}

// runtime settles language, runtime and style.
func (r *resolver) runtime() {
	s := &r.s
	if s.Language != "" && !r.language("language", s.Language) {
		return
	}
	if language, ok := alias(s.Runtime); ok && !r.alias(language) {
		return
	}
	if s.Runtime == "" {
		if s.Language == "" {
			s.Language = aws.Runtimes()[0].Languages[0].Name
		}
		s.Runtime = recommended(s.Language).ID
	}
	facts := FindRuntime(s.Runtime)
	if facts == nil {
		r.unknownRuntime()
		return
	}
	if s.Language == "" {
		s.Language = facts.Languages[0].Name
	}
	language := facts.Language(s.Language)
	if language == nil {
		r.otherLanguage()
		return
	}
	r.style(language)
}

// alias settles the language that a short name of a runtime means, and leaves the runtime open. node serves every
// language of its runtimes; a language's own name means that one alone.
func (r *resolver) alias(language string) bool {
	s := &r.s
	switch {
	case s.Language == "":
		if !r.language("runtime", language) {
			return false
		}
		s.Language = language
	case s.Language == language:
	case s.Runtime == language, recommended(language).Language(s.Language) == nil:
		r.otherLanguage()
		return false
	}
	s.Runtime = ""
	return true
}

func (r *resolver) otherLanguage() {
	instead := recommended(r.s.Language).ID
	r.Add("runtime", is("runtime", r.s.Runtime), fmt.Sprintf("want a runtime for %s, the language of this function", r.s.Language)).
		hint("-r "+instead, "runtime: "+instead)
}

// language checks that functions can be written in a language, and says so at path.
func (r *resolver) language(path, language string) bool {
	if slices.Contains(Languages(), language) {
		return true
	}
	want := "want one of " + strings.Join(Languages(), ", ")
	if len(Languages()) == 1 {
		want = "want " + Languages()[0]
	}
	if slices.Contains(languages(), language) {
		r.Add(path, is(path, language), want+": this version of scaffold writes no functions in "+language)
	} else {
		r.Add(path, is(path, language), want).Hint = didYouMean(language, Languages())
	}
	return false
}

func (r *resolver) unknownRuntime() {
	ids := []string{}
	for _, known := range aws.Offered() {
		ids = append(ids, known.ID)
	}
	r.Add("runtime", is("runtime", r.s.Runtime), "want one of "+strings.Join(ids, ", ")).
		Hint = didYouMean(r.s.Runtime, append(ids, "node"))
}

// style settles the style of the handler. A language that has one style alone takes none.
func (r *resolver) style(facts *aws.Language) {
	s := &r.s
	switch {
	case s.Style == "" && len(facts.Styles) > 0:
		s.Style = facts.Styles[0]
	case s.Style == "" || slices.Contains(facts.Styles, s.Style):
	case len(facts.Styles) == 0:
		r.Add("style", is("style", s.Style), fmt.Sprintf("want no style: handlers in %s are written in one way", s.Language))
	case aws.StyleGone(s.Style) != "" && slices.Contains(Styles(s.Language), s.Style):
		p := r.Add("style", fmt.Sprintf("%s no longer runs style %s", s.Runtime, s.Style), aws.StyleGone(s.Style))
		p.hint("--style "+facts.Styles[0], "style: "+facts.Styles[0])
		if still := lastWith(s.Style, s.Language); still != nil {
			p.hint(p.Hint+" or -r "+still.ID, p.inFile+", or runtime: "+still.ID)
		}
	default:
		r.oneOf("style", s.Style, Styles(s.Language))
	}
}

// Styles are the styles of a language's handlers, each once, the default first.
func Styles(language string) (styles []string) {
	for _, r := range aws.Runtimes() {
		l := r.Language(language)
		if l == nil {
			continue
		}
		for _, style := range l.Styles {
			if !slices.Contains(styles, style) {
				styles = append(styles, style)
			}
		}
	}
	return styles
}

// AllStyles are the styles of all languages, each once.
func AllStyles() (styles []string) {
	for _, l := range Languages() {
		for _, style := range Styles(l) {
			if !slices.Contains(styles, style) {
				styles = append(styles, style)
			}
		}
	}
	return styles
}

// lastWith returns the first runtime of the catalogue that still runs a style, nil where none does.
func lastWith(style, language string) *aws.Runtime {
	for _, r := range aws.Runtimes() {
		if l := r.Language(language); l != nil && slices.Contains(l.Styles, style) {
			return r
		}
	}
	return nil
}
