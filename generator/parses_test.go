package generator_test

import (
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator"
)

func TestParses(t *testing.T) {
	for text, want := range map[string]bool{
		"a.json {}": true, "a.json {": false, "a.json {}{}": false, "a.yaml a: !Sub x": true, "a.yaml a: [": false, "a.yml a: b\na: c": false,
		"a.go package a": true, "a.go package": false, "a.md {": true,
		"a.mjs import a from 'a'; export const b = async () => `${await a}`;": true, "a.cjs exports.a = { b }": true, "a.js (": false,
		"a.mjs import { a } from 'a';\nconst a = 1;": false, "a.py def": true, "a.ts let a: number": true,
	} {
		name, body, _ := strings.Cut(text, " ")
		if err := generator.Parses(name, []byte(body)); (err == nil) != want {
			t.Errorf("%q: %v", text, err)
		}
	}
}
