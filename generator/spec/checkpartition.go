package spec

import (
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// partition refuses an ARN of another partition than that of the function's region: nothing reaches from one to another, so
// that what names it would allow nothing.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
func (r *resolver) partition(path, name, text string) {
	if r.s.Region == "" || !strings.HasPrefix(text, "arn:") {
		return
	}
	if begin := "arn:" + aws.Partition(r.s.Region) + ":"; !strings.HasPrefix(text, begin) {
		r.Add(path, is(name, text), "want an ARN that begins with "+begin+", as the region "+r.s.Region+" has them")
	}
}
