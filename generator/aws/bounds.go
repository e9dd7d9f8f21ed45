package aws

// Bounds are what a function can be that a trigger invokes.
type Bounds struct {
	Region       string   // the only one
	Languages    []string // the only ones
	Architecture string   // the only one
	Memory       int      // at most, in MB
	Timeout      int      // at most, in seconds
	Refused      []string // fields of the Spec that it cannot have: environment, onFailure, logging.tracing
	Access       []string // access that it cannot have
}
