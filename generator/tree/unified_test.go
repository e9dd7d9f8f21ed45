package tree

import (
	"strings"
	"testing"
)

func TestUnified(t *testing.T) {
	const twelve = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n"
	for _, test := range []struct{ from, to, want string }{
		{"", "", ""},
		{twelve, twelve, ""},
		{"", "a\n", "@@ -0,0 +1 @@\n+a\n"},
		{"a\n", "", "@@ -1 +0,0 @@\n-a\n"},
		{"a", "a\n", "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"},
		{twelve, strings.Replace(twelve, "6\n", "six\n", 1), "@@ -3,7 +3,7 @@\n 3\n 4\n 5\n-6\n+six\n 7\n 8\n 9\n"},
		{twelve, strings.Replace(twelve, "6\n", "", 1), "@@ -3,7 +3,6 @@\n 3\n 4\n 5\n-6\n 7\n 8\n 9\n"},
		{twelve, strings.TrimSuffix("0\n"+twelve, "12\n"), "@@ -1,3 +1,4 @@\n+0\n 1\n 2\n 3\n@@ -9,4 +10,3 @@\n 9\n 10\n 11\n-12\n"},
		{twelve, "0\n1\n2\n3\n4\n5\n6\n8\n9\n10\n11\n12\n", "@@ -1,10 +1,10 @@\n+0\n 1\n 2\n 3\n 4\n 5\n 6\n-7\n 8\n 9\n 10\n"},
	} {
		if got := unified(test.from, test.to); got != test.want {
			t.Errorf("from %q to %q: got\n%swant\n%s", test.from, test.to, got, test.want)
		}
	}
}
