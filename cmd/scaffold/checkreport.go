package main

import (
	"fmt"
)

// checkReport says what was found in all functions.
type checkReport struct {
	*checkOptions
	count    int // functions
	findings []finding
	failed   int // functions that could not be looked at
	wrong    error
}

// end prints the findings as --output wants them.
func (r *checkReport) end() error {
	if r.wrong != nil {
		return r.wrong
	}
	var err error
	switch r.output {
	case "json":
		if r.findings == nil {
			r.findings = []finding{}
		}
		err = writeJSON(r.Out, struct {
			Functions int       `json:"functions"`
			Findings  []finding `json:"findings"`
		}{r.count, r.findings})
	case "github":
		err = writeAnnotations(r.Out, r.findings)
	default:
		err = writeFindings(r.Out, r.findings)
	}
	if err != nil {
		return err
	}
	counts := map[string]int{}
	for _, f := range r.findings {
		counts[f.Level]++
	}
	r.tell(counts)
	if r.failed > 0 {
		return fmt.Errorf("%s could not be looked at", functions(r.failed, "", ""))
	}
	if counts[levelError] > 0 {
		return errFound
	}
	return nil
}

func (r *checkReport) tell(counts map[string]int) {
	text := functions(r.count, "", "") + ": "
	switch errors, warnings := counts[levelError], counts[levelWarning]; {
	case errors == 0 && warnings == 0:
		text += "up to date"
	case errors == 0:
		text += fmt.Sprintf("up to date, %s", many(warnings, "warning"))
	default:
		text += many(errors, "error")
		if warnings > 0 {
			text += ", " + many(warnings, "warning")
		}
	}
	voice{r.Err}.say("%s", text)
}

func many(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
