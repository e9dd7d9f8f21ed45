package generator

import "testing"

func TestProperty(t *testing.T) {
	rules := &identifierRules{Extra: "$", Never: []string{"__proto__"}, Reserved: []string{"class"}, Taken: []string{"source"}}
	for _, test := range []struct{ name, property, variable string }{
		{"key1", "key1", "key1"},
		{"user_id", "user_id", "user_id"},
		{"$ref", "$ref", "$ref"},
		{"user-id", "userId", "userId"},
		{"Content-Type", "ContentType", "ContentType"},
		{"a b.c", "aBC", "aBC"},
		{"1st", "_1st", "_1st"},
		{"class", "class", "class_"},
		{"source", "source", "source_"},
		{"__proto__", "proto", "proto"},
		{"日本", "日本", "日本"},
		{"-日-本-", "日本", "日本"},
		{"😀", "", ""},
		{"--", "", ""},
		{"_", "_", "_"},
	} {
		property := rules.property(test.name)
		if property != test.property {
			t.Errorf("property(%q) = %q: want %q", test.name, property, test.property)
		}
		if variable := rules.variable(property); property != "" && variable != test.variable {
			t.Errorf("variable(%q) = %q: want %q", property, variable, test.variable)
		}
	}
}

func TestSnake(t *testing.T) {
	rules := &identifierRules{Snake: true, Reserved: []string{"class", "list"}}
	for name, want := range map[string]string{
		"key1": "key1", "user-id": "user_id", "userId": "user_id", "class": "class_", "List": "list_", "9lives": "key_9lives",
		"_id": "id", "__proto__": "proto", "日本": "日本", "\ufb01x": "fix", "Ⅷ": "viii", "\u2e2f": "", "\u0e33a": "key_\u0e4d\u0e32a", "--": "", "😀": "",
	} {
		if got := rules.property(name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}

func TestPascal(t *testing.T) {
	rules := &identifierRules{Pascal: true, Initialisms: []string{"ID", "URL"}}
	for name, want := range map[string]string{
		"key1":           "Key1",
		"user-id":        "UserID",
		"userId":         "UserID",
		"user_id":        "UserID",
		"id":             "ID",
		"userIDs":        "UserIDs",
		"callback-url":   "CallbackURL",
		"dryRun":         "DryRun",
		"a b.c":          "ABC",
		"1st":            "_1st",
		"__proto__":      "Proto",
		"class":          "Class",
		"日本":             "日本",
		"e\u0301t\u00e9": "ETé",
		"ǆ":              "Ǆ",
		"😀":              "",
		"_":              "",
	} {
		if got := rules.property(name); got != want {
			t.Errorf("property(%q) = %q: want %q", name, got, want)
		}
	}
}
