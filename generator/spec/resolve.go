package spec

import (
	"cmp"
	"maps"
	"slices"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// Ways to deploy.
const (
	SAM  = "sam"
	None = "none"
)

// Log formats.
const (
	FormatText = "text"
	FormatJSON = "json"
)

// Resolve checks a Spec and returns it with every default filled in; all problems come together, as Problems. A resolved
// Spec resolves to itself. The Spec that comes beside an error is filled in as far as it could be, and has no more of anything
// than a Spec may have.
func Resolve(s Spec) (Spec, error) {
	r := resolver{s: clone(s)}
	r.name()
	r.runtime()
	r.keys()
	r.keysFrom()
	r.logging()
	r.triggers()
	r.access()
	r.onFailure()
	r.role()
	r.size()
	r.environment()
	r.tags()
	r.place()
	r.bounds()
	return r.s, r.Err()
}

// Check returns what is wrong with a Spec, nil where nothing is.
func Check(s Spec) error {
	_, err := Resolve(s)
	return err
}

// Pin returns the Spec with its language, runtime and style said, as a file should have them that outlives the defaults
// of this version of scaffold. A Spec that does not resolve is returned as it is.
func Pin(s Spec) Spec {
	resolved, err := Resolve(s)
	if err != nil {
		return s
	}
	s = clone(s)
	s.Language, s.Runtime, s.Style = resolved.Language, resolved.Runtime, resolved.Style
	return s
}

// resolver fills in one Spec, field by field.
type resolver struct {
	s Spec
	Problems
}

// clone copies a Spec so deeply that filling in the copy leaves the original alone.
func clone(s Spec) Spec {
	s.Keys = slices.Clone(s.Keys)
	s.Triggers = cloneUses(s.Triggers)
	s.Access = cloneUses(s.Access)
	s.Environment = maps.Clone(s.Environment)
	s.Tags = maps.Clone(s.Tags)
	if s.Logging.Create != nil {
		create := *s.Logging.Create
		s.Logging.Create = &create
	}
	return s
}

func cloneUses(uses []Use) []Use {
	uses = slices.Clone(uses)
	for i := range uses {
		uses[i].Params = maps.Clone(uses[i].Params)
		for name, value := range uses[i].Params {
			if texts, ok := value.([]string); ok {
				uses[i].Params[name] = slices.Clone(texts)
			}
		}
	}
	return uses
}

// size checks how large the function is and how it is deployed.
func (r *resolver) size() {
	s := &r.s
	s.Memory = cmp.Or(s.Memory, aws.DefaultMemory)
	s.Timeout = cmp.Or(s.Timeout, aws.DefaultTimeout)
	s.Architecture = cmp.Or(s.Architecture, aws.Architectures()[0])
	r.between("memory", s.Memory, aws.MinMemory, aws.MaxMemory, "MB")
	r.between("timeout", s.Timeout, aws.MinTimeout, aws.MaxTimeout, "seconds")
	r.oneOf("architecture", s.Architecture, aws.Architectures())
}

// place checks where the function lives and how it gets there.
func (r *resolver) place() {
	s := &r.s
	if s.Account != "" {
		if want := aws.CheckAccount(s.Account); want != "" {
			r.Add("account", is("account", s.Account), want)
		}
	}
	if s.Region != "" {
		if want := aws.CheckRegion(s.Region); want != "" {
			r.Add("region", is("region", s.Region), want)
		}
	}
	s.Deploy = cmp.Or(s.Deploy, None)
	if s.Deploy == "terraform" {
		r.Add("deploy", is("deploy", s.Deploy), "want sam or none: this version of scaffold writes no Terraform")
		return
	}
	r.oneOf("deploy", s.Deploy, Deploys())
}

// Deploys are the ways to deploy.
func Deploys() []string { return []string{SAM, None} }
