package proof

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/policy"
	"github.com/seed-0554dd89/scaffold/internal/simulator"
)

// question is a call that a document is to allow, or not.
type question struct {
	about    string
	document policy.Document
	request  policy.Request
	want     bool
}

func (q question) String() string {
	return q.about + ": " + q.request.Principal + " " + q.request.Action + " on " + q.request.Resource
}

// unknown are what IAM's data, as the simulator has it, knows nothing of although AWS's pages name it: condition keys, actions, and
// actions on a resource, with the reason. The simulator then decides by the document alone.
var unknown = map[string]string{
	"lambda:SourceFunctionArn":                                              "a key that Lambda sends with every call of a function's role",
	"lambda:UpdateFunctionCode":                                             "asked with the keys of an invocation, to see that those open nothing else",
	"codedeploy:PutLifecycleEventHookExecutionStatus":                       "AWS's examples hold it to a deployment group, the data to nothing",
	"ses:DeleteIdentity":                                                    "an action of the first version of SES, which knew no resource",
	"kms:Decrypt arn:aws:kms:eu-west-1:123456789012:alias/shop":             "an alias is no resource of a call that decrypts",
	"ssm:GetParametersByPath arn:aws:ssm:eu-west-1:123456789012:parameter/": "a path has a name in this data",
}

// unasked are principals, and calls, that the simulator takes for something else, with the reason: those the evaluator decides alone.
var unasked = map[string]string{
	"codedeploy:PutLifecycleEventHookExecutionStatus *": "every resource fits a call that names none in its data",
	"alexa-appkit.amazon.com":                           "it knows services that end in amazonaws.com",
	"alexa-connectedhome.amazon.com":                    "it knows services that end in amazonaws.com",
}

// An evaluator that nobody here wrote decides every question of the tables as ours does and as they say. It also knows which
// actions, resources and condition keys there are. It is installed by bash .ci/parts.
func TestSimulator(t *testing.T) {
	t.Parallel()
	questions := slices.Concat(accessQuestions(t), triggerQuestions(t), callerQuestions(t), invocationQuestions(t))
	var calls []simulator.Call
	for _, q := range questions {
		calls = append(calls, simulator.Call{Document: awsDocument(t, q.document), Request: visiting(q.request), Loose: strange(q.request)})
	}
	allowed := 0
	for i, verdict := range simulator.Decide(t, calls) {
		q := questions[i]
		got, err := q.document.Evaluate(q.request)
		switch {
		case unasked[q.request.Principal] != "" || unasked[q.request.Action+" "+q.request.Resource] != "":
			decideAlone(t, q, got, err)
		case verdict.Error != "" || len(verdict.Ignored) > 0:
			t.Errorf("%s: the simulator does not know this call: %s %q", q, verdict.Error, verdict.Ignored)
		case err != nil || got != verdict.Decision || (got == policy.Allowed) != q.want:
			t.Errorf("%s: the simulator says %q, the evaluator %q, %v: want allowed %t", q, verdict.Decision, got, err, q.want)
		}
		if q.want {
			allowed++
		}
	}
	if allowed < 250 || len(questions)-allowed < 800 {
		t.Errorf("got %d questions, %d of them about what is needed: want more", len(questions), allowed)
	}
	t.Logf("%d questions, %d of them about what is needed", len(questions), allowed)
}

func decideAlone(t *testing.T, q question, got policy.Decision, err error) {
	t.Helper()
	if err != nil || (got == policy.Allowed) != q.want {
		t.Errorf("%s: the evaluator says %q, %v: want allowed %t", q, got, err, q.want)
	}
}

// strange tells whether IAM's data does not know what the request carries.
func strange(r policy.Request) bool {
	known := unknown[r.Action] == "" && unknown[r.Action+" "+r.Resource] == ""
	for key := range r.Context {
		known = known && unknown[key] == ""
	}
	return !known
}

// accessQuestions are those of simulations.
func accessQuestions(t *testing.T) (all []question) {
	t.Helper()
	for _, s := range simulations {
		all = append(all, s.questions(t)...)
	}
	return all
}

func (s simulation) questions(t *testing.T) (all []question) {
	t.Helper()
	document := function(t, parse(t, s.command())).ExecutionPolicy()
	add := func(r policy.Request, want bool) {
		all = append(all, question{strings.Join(s.args, " "), document, r, want})
	}
	for _, text := range s.allowed {
		r := request(text)
		add(r, true)
		for _, other := range elsewhere(r) {
			add(other, false)
		}
	}
	for _, text := range s.denied {
		add(request(text), false)
	}
	return all
}

// awsDocument is a document as AWS writes it: policy.Document notes an account, and everybody, where services stand.
func awsDocument(t *testing.T, d policy.Document) any {
	t.Helper()
	var statements []any
	for _, s := range d.Statement {
		statement := map[string]any{"Effect": s.Effect, "Action": s.Action}
		if s.Resource != nil {
			statement["Resource"] = s.Resource
		}
		if s.Condition != nil {
			statement["Condition"] = s.Condition
		}
		if s.Principal != nil {
			statement["Principal"] = awsPrincipal(principalsOf(t, s))
		}
		statements = append(statements, statement)
	}
	return map[string]any{"Version": d.Version, "Statement": statements}
}

// principalsOf are the principals of a statement, of whatever kind.
func principalsOf(t *testing.T, s policy.Statement) (all []string) {
	t.Helper()
	text, err := json.Marshal(s.Principal)
	if err != nil {
		t.Fatal(err)
	}
	var kinds map[string]policy.List
	decode(t, string(text), &kinds)
	for _, names := range kinds {
		all = append(all, names...)
	}
	return all
}

func awsPrincipal(services []string) any {
	switch first := services[0]; {
	case first == "*":
		return "*"
	case isAccount(first):
		return map[string]string{"AWS": "arn:aws:iam::" + first + ":root"}
	case strings.HasPrefix(first, "arn:"):
		return map[string]string{"AWS": first}
	}
	return map[string][]string{"Service": services}
}

// visiting is a request of a role of an account, or of some account, where that account, or everybody, is meant.
func visiting(r policy.Request) policy.Request {
	switch {
	case isAccount(r.Principal):
		r.Principal = "arn:aws:iam::" + r.Principal + ":role/visitor"
	case r.Principal == "*":
		r.Principal = "arn:aws:iam::777788889999:role/visitor"
	}
	return r
}

func isAccount(text string) bool { return len(text) == 12 && strings.Trim(text, "0123456789") == "" }
