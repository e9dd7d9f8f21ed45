package generator

import "github.com/seed-0554dd89/scaffold/generator/aws"

// called are the names that code has for one trigger. Triggers whose events are read alike share those that are not of tests.
type called struct {
	kind string // what the names begin with that they share: Sqs

	Source string // the type of what the handler gets: SqsSource
	Serve  string // the function that reads the events and makes the reply: serveSqs
	Which  string // the function that tells the triggers of one kind apart: whichSqs

	Tests   string // the tests of the adapter with the trigger, a class: TestUploads
	Refusal string // those of events that no trigger of the kind sends, "" where there are none: TestSqsSource
	Handled string // the test of the handler with the trigger: test_handles_uploads
	Order   string // the test of where the keys of a request come from: test_keys_come_from_path_then_body
}

// nameTriggers gives the triggers their names in code, in the order of the Spec. The first trigger of a kind is called after
// the kind; those whose events are read in another form are called after themselves too: SqsRefunds.
func (f *Function) nameTriggers() {
	rules := &f.language.Identifier
	code := newScope(rules.Declared, f.Imports())
	first := map[string]bool{} // of each kind
	for _, alike := range f.alikeInOrder() {
		t := alike[0]
		kind := pascalCase(t.kind.ID)
		if first[t.kind.ID] {
			kind += clipped(pascalCase(t.Name))
		}
		first[t.kind.ID] = true
		names := called{
			kind: kind, Source: code.give(kind+"Source", ""),
			Serve: code.give(rules.function("serve", kind)), Which: code.give(rules.function("which", kind)),
		}
		for _, t := range alike {
			t.Names = names
		}
	}
	f.nameTests()
}

// clipped is a name of at most 40 letters: no line of code is wide enough for the 63 that a trigger's may have.
func clipped(name string) string {
	letters := []rune(name)
	return string(letters[:min(len(letters), 40)])
}

// alikeInOrder are the triggers that are Served together, all in the order of the Spec.
func (f *Function) alikeInOrder() (all [][]*Trigger) {
	at := map[*Trigger]int{} // of the first of those that are served together
	served := map[*Trigger]*Trigger{}
	for _, alike := range f.Served() {
		for _, t := range alike {
			served[t] = alike[0]
		}
	}
	for _, t := range f.Marked() {
		i, known := at[served[t]]
		if !known {
			i = len(all)
			at[served[t]] = i
			all = append(all, nil)
		}
		all[i] = append(all[i], t)
	}
	return all
}

// nameTests gives the tests of the triggers their names, in a language where they have some.
func (f *Function) nameTests() {
	rules := &f.language.Identifier
	classes, methods := newScope(rules.Declared), newScope(rules.Declared)
	for _, t := range f.Marked() {
		t.Names.Tests = classes.give("Test"+testCase(t.Name), "")
		does := "test_handles_"
		if t.Reply == aws.HTTP {
			does = "test_answers_"
		}
		t.Names.Handled = methods.give(does+snakeCase(t.Name), "_")
		t.Names.Order = "test_keys_come_from_" + snakeCase(t.Order())
	}
	for _, g := range f.Groups {
		if g.Alone() == nil && g.Rest() == nil {
			g.Triggers[0].Names.Refusal = classes.give("Test"+g.Triggers[0].Names.kind+"Source", "")
		}
	}
	for _, r := range f.Reports() {
		r.Tests = classes.give("TestTell"+testCase(r.Name()), "")
	}
}
