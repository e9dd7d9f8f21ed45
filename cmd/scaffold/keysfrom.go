package main

import (
	"encoding/json"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/gotype"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/tree"
)

// withKeys is a resolved Spec with the keys of the Go type that it names, read from the function's package in dir. Other
// Specs are returned as they are.
func (s *System) withKeys(dir string, resolved spec.Spec) (spec.Spec, error) {
	if resolved.KeysFrom == "" {
		return resolved, nil
	}
	keys, err := gotype.Read(s.path(dir), dir, resolved.KeysFrom, s.Getenv)
	if err != nil {
		return resolved, err
	}
	return spec.WithKeys(resolved, keys)
}

// inputDigest is what a lock says of all that files are generated from beside the templates: the spec as it is written, and what a
// Go type says of the keys. The rest of that type's file may change as it likes.
func inputDigest(specText []byte, keys []spec.Key) tree.Digest {
	text := string(specText)
	for _, k := range keys {
		if k.Held == nil {
			continue
		}
		said := *k.Held
		said.Where = "" // it may move
		k.Held = nil
		line, err := json.Marshal([]any{k, said})
		if err != nil {
			panic("encode a key: " + err.Error())
		}
		text += "\n" + string(line)
	}
	return tree.DigestText([]byte(text))
}

// plainKeysFrom finds the type that a spec as new writes it names, on a line of its own.
func plainKeysFrom(text []byte) string {
	for line := range strings.Lines(string(text)) {
		if name, ok := strings.CutPrefix(strings.TrimRight(line, "\r\n"), "keysFrom: "); ok {
			return name
		}
	}
	return ""
}
