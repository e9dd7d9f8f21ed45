package main

import (
	"fmt"
	"path"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/plain"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/tree"
)

// sameKind refuses to make a function of another language or style from one that is there: its code would have to be
// written anew, and that is a person's work. A lock that cannot be read is left to the comparison.
func (u *upkeep) sameKind(dir string, doc *spec.Document, now tree.Edition) error {
	text, err := u.readOwn(dir, tree.LockName, plain.Lock)
	if err != nil {
		return nil
	}
	locks, err := tree.ReadLock(text)
	if err != nil {
		return nil
	}
	for _, lock := range locks {
		if was := lock.Edition; was.Name != now.Name {
			beside := quoted(path.Join(dir, "..", doc.Spec.Name+"-new"))
			return refuse(doc.Where(saidBy(doc.Spec, was, now)), fmt.Sprintf("the function is %s, and the spec says %s", kind(was), kind(now)),
				"want the same, or a new function: its code has to be written anew",
				fmt.Sprintf("scaffold new --spec %s -C %s, write your code anew in it, put it in the place of %s, and deploy it",
					quoted(pathIn(dir, specName)), beside, quoted(dir)))
		}
	}
	return nil
}

// saidBy is the field of the spec by which the function would be another one: a runtime can say the language alone.
func saidBy(s spec.Spec, was, now tree.Edition) string {
	switch {
	case languageOf(was) == languageOf(now):
		return "style"
	case s.Language == "":
		return "runtime"
	}
	return "language"
}

func languageOf(e tree.Edition) string {
	language, _, _ := strings.Cut(e.Name, "-")
	return language
}

// kind is an edition's name in words: javascript with style callback.
func kind(e tree.Edition) string {
	language, style, ok := strings.Cut(e.Name, "-")
	if !ok {
		return language
	}
	return language + " with style " + style
}
