package generator

import "github.com/seed-0554dd89/scaffold/generator/policy"

// Broad says which statements of the execution policy allow far more than one thing.
func (f *Function) Broad() []string {
	document, err := policy.Encode(f.execution)
	if err != nil {
		panic("encode the execution policy: " + err.Error())
	}
	return policy.Broad(document)
}
