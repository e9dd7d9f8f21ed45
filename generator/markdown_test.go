package generator

import "testing"

func TestMarkdownSentence(t *testing.T) {
	for text, want := range map[string]string{
		"only * works, on a_b of ${TABLE_NAME}": "only * works, on a_b of ${TABLE_NAME}",
		"A:Get*, A:Put* and b/*":                "A:Get*, A:Put* and b/*",
		"begin with CodeDeployHook_; another":   "begin with CodeDeployHook_; another",
		"*a* **b**":                             `\*a\* \*\*b\*\*`,
		"GET /a.b/{id} & more":                  "GET /a.b/{id} & more",
		"<img src=x>":                           `\<img src=x>`,
		"<!-- gone":                             `\<!-- gone`,
		"![a](https://a.example)":               `!\[a](https\://a.example)`,
		"www.a.example":                         `www\.a.example`,
		"`code` ~~gone~~ _it_ __b__":            "\\`code\\` \\~\\~gone\\~\\~ \\_it\\_ \\_\\_b\\_\\_",
		"&lt;script&#62; \\<":                   `\&lt;script\&#62; \\\<`,
		"a\n# b\n\n- c":                         "a # b - c",
		"# a":                                   `\# a`,
		"a\u202eb":                              "aU+202Eb",
	} {
		if got := markdownSentence(text); got != want {
			t.Errorf("%q is written %q, want %q", text, got, want)
		}
	}
}
