package generator

import (
	"slices"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// What the code of tests needs, for languages in which all that is imported has to be used.

// TestsBatches tells whether tests look at what becomes of single records.
func (f *Function) TestsBatches() bool {
	return slices.ContainsFunc(f.Marked(), func(t *Trigger) bool { return t.Each != nil })
}

// TestsCopies tells whether tests copy records, of which a sample event has one alone.
func (f *Function) TestsCopies() bool {
	return slices.ContainsFunc(f.Marked(), func(t *Trigger) bool { return t.Each != nil && t.Document == nil })
}

// TestsGzip tells whether tests compress a document.
func (f *Function) TestsGzip() bool {
	return slices.ContainsFunc(f.Marked(), func(t *Trigger) bool { return t.Document != nil && len(t.Probe) > 0 })
}

// TestsBase64 tells whether tests write base64.
func (f *Function) TestsBase64() bool {
	return f.TestsGzip() || f.HTTP() && len(f.Keys) > 0 || f.Writes(aws.ShapeBase64) ||
		len(f.Keys) > 0 && slices.ContainsFunc(f.Marked(), func(t *Trigger) bool {
			return t.Reply == aws.Failures && slices.ContainsFunc(t.Keys, func(p Place) bool { return p.uses("message") && p.uses("base64") })
		})
}

// TestsJSON tells whether the tests of the handler write JSON.
func (f *Function) TestsJSON() bool { return f.Structured() || f.Writes(aws.ShapeJSON) }

// TestsAdapterJSON tells whether the tests of the adapter read or write JSON.
func (f *Function) TestsAdapterJSON() bool {
	return len(f.Keys) > 0 || f.TestsGzip() || f.Writes(aws.ShapeJSON)
}
