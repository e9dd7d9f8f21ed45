package generator

import (
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

func TestPythonLiterals(t *testing.T) {
	for text, want := range map[string]string{
		"it's":                  `"it's"`,
		`say "hi"`:              `'say "hi"'`,
		`it's "hi"`:             `'it\'s "hi"'`,
		"a\\b\n\r\t":            `"a\\b\n\r\t"`,
		"\u2028\ufeff\x00\x7f😀": `"\u2028\ufeff\x00\x7f😀"`,
		"\U000e0041":            `"\U000e0041"`,
		"{x} {{y}} ${z}":        `"{x} {{y}} ${z}"`,
	} {
		if got := pythonText(text); got != want {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
	}
	for json, want := range map[string]string{
		`{"a":[1,true,null],"b c":-0.5}`: `{"a": [1, True, None], "b c": -0.5}`,
		`{}`:                             `{}`,
		`1E21`:                           `1e21`,
		`"\ud83d\ude00"`:                 `"😀"`,
	} {
		if got := pythonValue(Value{spec.JSON(json)}); got != want {
			t.Errorf("%s: got %s, want %s", json, got, want)
		}
	}
	for json, want := range map[string]string{
		`1`: "1", `1.0`: "1.0", `1e3`: "1000.0", `-0.0`: "-0.0", `0.25`: "0.25", `1e16`: "1e+16", `1e15`: "1000000000000000.0", `1e-4`: "0.0001",
		`1e-5`: "1e-05", `5e-324`: "5e-324", `true`: "True", `null`: "None", `"x"`: "x", `9007199254740991`: "9007199254740991",
	} {
		if got := pythonShown(Value{spec.JSON(json)}); got != want {
			t.Errorf("%s: got %s, want %s", json, got, want)
		}
	}
}

func TestFoldPython(t *testing.T) {
	long := strings.Repeat("x", 70)
	for before, want := range map[string]string{
		`f(a, b)`: `f(a, b)`,
		`    f(a, "` + long + `, (", {"b": [1, 2]})`:                 "    f(\n        a,\n        \"" + long + ", (\",\n        {\"b\": [1, 2]},\n    )",
		`    if a["` + long + `"] and b == "c and d" and e(f, g):`:   "    if (\n        a[\"" + long + "\"]\n        and b == \"c and d\"\n        and e(f, g)\n    ):",
		`    return "` + long + `, longer"`:                          "    return (\n        \"" + long + ", longer\"\n    )",
		`    return "` + long + long + `"`:                           `    return "` + long + long + `"`,
		`    # f(` + long + `, ` + long + `)`:                        `    # f(` + long + `, ` + long + `)`,
		`        self.assertEqual(a, "` + long + `" + b("c") + "d")`: "        self.assertEqual(\n            a,\n            \"" + long + "\"\n            + b(\"c\")\n            + \"d\",\n        )",
		`    r = "` + long + `" + b(["c", "d"])`:                     "    r = \"" + long + "\" + b(\n        [\"c\", \"d\"]\n    )",
		`os.environ["` + long + `"] = "jobs"`:                        "os.environ[\"" + long + "\"] = (\n    \"jobs\"\n)",
		`os.environ["` + long + long + `"] = "jobs"`:                 "os.environ[\n    \"" + long + long + "\"\n] = \"jobs\"",
		`r = "` + long + long + `"`:                                  `r = "` + long + long + `"`,
	} {
		if got := foldPython(before); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
}
