package spec_test

import (
	"slices"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/internal/randspec"
)

// random makes Specs that resolve, and pages that say them.
type random struct{ randspec.Source }

func newRandom(seed uint64) random { return random{randspec.New(seed)} }

func pick[T any](r random, of ...T) T { return randspec.Pick(r.Source, of...) }

func (r random) maybe() bool                                 { return r.Maybe() }
func (r random) spec() spec.Spec                             { return r.Spec() }
func (r random) keys(required bool) []spec.Key               { return r.Keys(required) }
func (r random) params(of []aws.Param) map[string]any        { return r.Params(of) }
func (r random) json(typ spec.KeyType, depth int) spec.Value { return r.JSON(typ, depth) }
func (r random) anyType(depth int) spec.KeyType              { return r.AnyType(depth) }

func hasKey(keys []spec.Key, name string) bool {
	return slices.ContainsFunc(keys, func(k spec.Key) bool { return k.Name == name })
}
