package main

import (
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

func listTriggers() []listed {
	list := []listed{}
	for _, t := range aws.Triggers() {
		list = append(list, listed{ID: t.ID, Title: t.Title, Sentence: t.Sentence, Doc: t.Doc, Model: t.Model, Params: listParams(t.Params)})
	}
	return list
}

func listAccess() []listed {
	list := []listed{}
	for _, a := range aws.Accesses() {
		list = append(list, listed{ID: a.ID, Title: a.Title, Sentence: a.Sentence, Doc: a.Doc, Params: listParams(a.Params)})
	}
	return list
}

func listLogging() []listed {
	list := []listed{}
	for _, c := range aws.LogChoices() {
		list = append(list, listed{ID: c.ID, Title: c.Title, Sentence: c.Sentence, Doc: c.Doc, Params: listParams(c.Params)})
	}
	return list
}

func listParams(params []aws.Param) (list []listedParam) {
	for _, p := range params {
		list = append(list, listedParam{Name: p.Name, Type: p.Type, Help: p.Help, Default: p.Default, Enum: p.Enum, Example: p.Example, Required: p.Required})
	}
	return list
}

func listRuntimes() []listed {
	list := []listed{}
	for _, r := range aws.Runtimes() {
		words := []string{strings.Join(r.LanguageNames(), ", ")}
		for _, date := range []struct{ what, day string }{
			{"deprecated from", r.Deprecated}, {"no new functions from", r.BlockCreate}, {"no updates from", r.BlockUpdate},
		} {
			if date.day != "" {
				words = append(words, date.what+" "+date.day)
			}
		}
		list = append(list, listed{
			ID: r.ID, Sentence: strings.Join(words, "; "),
			listedRuntime: &listedRuntime{listLanguages(r), r.Deprecated, r.BlockCreate, r.BlockUpdate},
		})
	}
	return list
}

func listLanguages(r *aws.Runtime) (languages []listedLanguage) {
	for _, l := range r.Languages {
		languages = append(languages, listedLanguage{l.Name, l.Styles})
	}
	return languages
}

// listStyles lists each style once with the runtimes that run it.
func listStyles() []listed {
	list := []listed{}
	for _, language := range spec.Languages() {
		for _, style := range spec.Styles(language) {
			if slices.ContainsFunc(list, func(l listed) bool { return l.ID == style }) {
				continue
			}
			var ids []string
			for _, r := range aws.Runtimes() {
				if l := r.Language(language); l != nil && slices.Contains(l.Styles, style) {
					ids = append(ids, r.ID)
				}
			}
			list = append(list, listed{ID: style, Sentence: aws.StyleAbout(style) + "; " + strings.Join(ids, ", "), Runtimes: ids})
		}
	}
	return list
}
