package policy

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// TestMeet: the text that two patterns are said to have in common is matched by both, and where none is found, none of all
// short texts is.
func TestMeet(t *testing.T) {
	const letters = "ab*?"
	r := rand.New(rand.NewPCG(1, 2))
	text := func(of string, most int) string {
		out := make([]byte, r.IntN(most+1))
		for i := range out {
			out[i] = of[r.IntN(len(of))]
		}
		return string(out)
	}
	met := 0
	for range 10000 {
		a, b := text(letters, 6), text(letters, 6)
		common, ok := meet(a, b)
		if ok && !(matchText(a, common) && matchText(b, common)) {
			t.Fatalf("%q and %q: got %q", a, b, common)
		}
		if ok {
			met++
			continue
		}
		for range 20 {
			if other := text("ab", 7); matchText(a, other) && matchText(b, other) {
				t.Fatalf("%q and %q: got none, and there is %q", a, b, other)
			}
		}
	}
	if met < 2000 {
		t.Errorf("%d pairs met, want more", met)
	}
}

// TestReach: what a document may allow at most is looked for, whatever its conditions.
func TestReach(t *testing.T) {
	condition := json.RawMessage(`{"StringEquals":{"aws:SourceAccount":"111122223333"}}`)
	allow := Statement{Sid: "Write", Effect: "Allow", Action: List{"s3:Put*"}, Resource: List{"arn:aws:s3:::shop/in/*"}, Condition: condition}
	deny := Statement{Effect: "Deny", Action: List{"s3:*"}, Resource: List{"arn:aws:s3:::shop/in/*"}}
	denyIf := deny
	denyIf.Condition = condition
	cases := []struct {
		document        Document
		action, pattern string
		want            string
	}{
		{New(allow), "s3:PutObject", "arn:aws:s3:::shop/*", "arn:aws:s3:::shop/in/"},
		{New(allow), "s3:PutObject", "arn:aws:s3:::shop/in/*.jpg", "arn:aws:s3:::shop/in/.jpg"},
		{New(allow), "s3:PutObject", "arn:aws:s3:::shop/out/*", ""},
		{New(allow), "s3:PutObject", "arn:aws:s3:::other/*", ""},
		{New(allow), "s3:PutObject", "arn:*:s3:*:*:shop/out/*", ""},
		{New(allow), "s3:PutObject", "*", "arn:aws:s3:::shop/in/"},
		{New(allow), "s3:DeleteObject", "arn:aws:s3:::shop/*", ""},
		{New(allow, deny), "s3:PutObject", "arn:aws:s3:::shop/*", ""},
		{New(allow, denyIf), "s3:PutObject", "arn:aws:s3:::shop/*", "arn:aws:s3:::shop/in/"},
	}
	for _, c := range cases {
		if by, got := c.document.Reach(c.action, c.pattern); got != c.want || (by != nil) != (c.want != "") {
			t.Errorf("%s on %s: got %q by %v: want %q", c.action, c.pattern, got, by, c.want)
		}
	}
}

// TestMeetBound: however long two patterns are and however many wildcards they have, some hundred pairs take no longer than a
// moment.
func TestMeetBound(t *testing.T) {
	for _, size := range []int{15, 250, 2500} {
		a, b := strings.Repeat("a*b?", size)+"y", strings.Repeat("*a?c", size)+"z"
		started := time.Now()
		for range 300 {
			if _, ok := meet(a, b); ok != (len(a)*len(b) > maxMeeting) {
				t.Fatalf("%d: got %t", size, ok)
			}
		}
		if took := time.Since(started); took > 3*time.Second {
			t.Errorf("%d: some hundred pairs took %s", size, took)
		}
	}
}
