package proof

import (
	"cmp"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/policy"
)

// claims are the sentences of a function's documents beside what its policies decide. Names that are not known yet are filled in
// both alike.
type claims struct {
	t         *testing.T
	name      string
	f         *generator.Function
	who, may  []string // sentences under the two headings
	function  string   // its ARN
	grants    []policy.Permission
	execution policy.Document
	callers   map[string]policy.Document // trust policies of callers' roles, by their sentences
	open      bool                       // who may invoke is not known yet, and may be anybody
}

// The sentences of policies/README.md and of policy show are true of the policies beside them: who they say may invoke may, who
// they say may not may not, what they say is allowed is, and nothing is allowed that they do not say.
func TestClaims(t *testing.T) {
	read := 0
	for _, f := range claimants(t) {
		files := render(t, f.Function)
		readme, _ := files.Lookup("policies/README.md")
		show, err := f.Show()
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range []string{string(readme.Data), show} {
			c := readClaims(t, f, text)
			c.checkMay()
			c.checkWho()
			c.checkOutside()
			read += len(c.who) + len(c.may)
		}
		if t.Failed() {
			return
		}
	}
	if read < 1000 {
		t.Errorf("read %d sentences, want more", read)
	}
}

// claimants are functions with each trigger, each access and many together.
func claimants(t *testing.T) []one {
	place := strings.Fields(here)
	all := slices.Concat(bare(t, place...), full(t, place...))
	for _, form := range forms(t) {
		s := parse(t, append([]string{"hello", "--account", "123456789012"}, form.args...))
		all = append(all, one{name: form.name, Function: function(t, s)})
	}
	for _, s := range simulations {
		all = append(all, one{name: strings.Join(s.args, " "), Function: function(t, parse(t, s.command()))})
	}
	for _, v := range few(t) {
		all = append(all, one{name: v.String(), Function: v.function(t)})
	}
	for _, args := range besides {
		all = append(all, one{name: args, Function: function(t, parse(t, append([]string{"hello"}, strings.Fields(here+args)...)))})
	}
	return all
}

// besides are triggers of which one sentence may say what another allows.
var besides = []string{
	"--trigger sns:topic=orders --trigger sns:name=other,topic=other --trigger sqs:queue=jobs --trigger sqs:name=more,queue=more",
	"--trigger aws-account:caller=210987654321 --trigger aws-organization:organization=o-a1b2c3d4e5 --trigger function-url-none:public=true",
	"--trigger aws-account:caller=123456789012", "--trigger aws-account:caller=arn:aws:iam::123456789012:role/caller",
	"--trigger aws-account:caller=arn:aws:iam::210987654321:role/caller --trigger function-url-iam:caller=123456789012",
	"--trigger s3:bucket=my-data --access statement:actions=s3:*,resources=* --access statement:actions=logs:PutLogEvents,resources=*",
}

var heading = regexp.MustCompile(`(?s)## Who may invoke it\n(.*?)\n## What it may do\n(.*?)\n(## |$)`)

func readClaims(t *testing.T, f one, text string) *claims {
	t.Helper()
	c := &claims{t: t, name: f.name, f: f.Function, callers: map[string]policy.Document{}, function: "arn:aws:lambda:eu-west-1:123456789012:function:" + f.Name}
	parts := heading.FindStringSubmatch(policy.Fill(text, known))
	if parts == nil {
		t.Fatalf("%s: the headings are missing", f.name)
	}
	c.who, c.may = sentences(parts[1]), sentences(parts[2])
	files := render(t, f.Function)
	load := func(name string, into any) {
		t.Helper()
		if file, ok := files.Lookup("policies/" + name); !ok {
			t.Fatalf("%s: has no %s", f.name, name)
		} else if err := json.Unmarshal([]byte(policy.Fill(string(file.Data), known)), into); err != nil {
			t.Fatalf("%s: %s: %v", f.name, name, err)
		}
	}
	if _, ok := files.Lookup("policies/execution-policy.json"); ok {
		load("execution-policy.json", &c.execution)
	}
	for _, trigger := range f.Triggers {
		for _, name := range trigger.PermissionFiles() {
			var p policy.Permission
			load(name, &p)
			c.open = c.open || strings.HasPrefix(trigger.Permissions()[0].Principal, "${")
			c.grants = append(c.grants, p)
		}
		if trigger.Called() != "" {
			var d policy.Document
			load(trigger.CallerTrustFile(), &d)
			c.callers[strings.Join(strings.Fields(policy.Fill(trigger.Called(), known)), " ")+"."] = d
		}
	}
	return c
}

// sentences are the items of a list, each in one line.
func sentences(list string) (all []string) {
	list, _, _ = strings.Cut(strings.TrimPrefix(list, "\n"), "\n\n")
	for item := range strings.SplitSeq("\n"+list, "\n- ") {
		if item = strings.Join(strings.Fields(item), " "); item != "" {
			all = append(all, item)
		}
	}
	return all
}

var mayForm = regexp.MustCompile("^\\*\\*(\\w+|\\(no id\\))\\*\\* (allows|denies) (`.+?`(?:, `.+?`)*) on (`.+?`(?:, `.+?`)*)(?: under `(.*?)`)?: (.*)$")

// checkMay reads what the function may do: each sentence is a statement of the policy, and each statement a sentence.
func (c *claims) checkMay() {
	said := policy.New()
	for _, sentence := range c.may {
		m := mayForm.FindStringSubmatch(sentence)
		if m == nil {
			if len(c.execution.Statement) > 0 || !strings.HasPrefix(sentence, "Nothing: it has no execution policy") {
				c.t.Errorf("%s: a sentence of no known form: %s", c.name, sentence)
			}
			continue
		}
		s := policy.Statement{Sid: m[1], Effect: map[string]string{"allows": "Allow", "denies": "Deny"}[m[2]], Action: quoted(m[3]), Resource: quoted(m[4])}
		if s.Sid == "(no id)" {
			s.Sid = ""
		}
		if m[5] != "" {
			s.Condition = json.RawMessage(m[5])
		}
		said.Statement = append(said.Statement, s)
		if strings.Contains(m[6], "no other") {
			c.t.Errorf("%s: what another statement allows is not looked at here: %s", c.name, sentence)
		}
		if strings.Contains(m[6], "only * works") != slices.Contains(s.Resource, "*") && s.Effect == "Allow" && !strings.Contains(m[6], "access statement") {
			c.t.Errorf("%s: * without its reason, or the reason without it: %s", c.name, sentence)
		}
	}
	if want, got := compact(c.t, c.execution.Statement), compact(c.t, said.Statement); want != got {
		c.t.Errorf("%s: the policy\n%s\nthe sentences\n%s", c.name, want, got)
	}
}

func quoted(list string) policy.List {
	return strings.Split(strings.Trim(list, "`"), "`, `")
}

func compact(t *testing.T, statements []policy.Statement) string {
	t.Helper()
	text, err := json.Marshal(statements)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

var (
	whoForm  = regexp.MustCompile(`^(.+?) may (invoke the function|call the function's URL)\b(.*)$`)
	lastForm = "Callers in the same account may invoke it directly where their own identity policy allows `lambda:InvokeFunction` on it; "
)

// callersNamed are the principals behind the names that sentences have for them.
var callersNamed = map[string]string{
	"Alexa": "alexa-appkit.amazon.com", "load balancers": "elasticloadbalancing.amazonaws.com", "API Gateway": "apigateway.amazonaws.com", "AppSync": "appsync.amazonaws.com",
	"Bedrock": "bedrock.amazonaws.com", "CloudFront": "cloudfront.amazonaws.com", "CloudWatch": "lambda.alarms.cloudwatch.amazonaws.com",
	"CloudWatch Logs": "logs.amazonaws.com", "CodeCommit": "codecommit.amazonaws.com", "Cognito": "cognito-idp.amazonaws.com",
	"AWS Config": "config.amazonaws.com", "Amazon Connect": "connect.amazonaws.com", "EventBridge": "events.amazonaws.com", "IoT Core": "iot.amazonaws.com",
	"IVS Chat": "ivschat.amazonaws.com", "Lex": "lexv2.amazonaws.com", "S3": "s3.amazonaws.com", "Secrets Manager": "secretsmanager.amazonaws.com",
	"SES": "ses.amazonaws.com", "SNS": "sns.amazonaws.com", "Transfer Family": "transfer.amazonaws.com", "VPC Lattice": "vpc-lattice.amazonaws.com",
	"WorkMail": "workmail.eu-west-1.amazonaws.com", "anybody on the internet": "*", "whoever calls the URL": "*",
}

// checkWho reads who may invoke: each sentence about it is the request beside it, and each request a sentence.
func (c *claims) checkWho() {
	next := 0
	for _, sentence := range c.who {
		m := whoForm.FindStringSubmatch(sentence)
		switch {
		case strings.HasPrefix(sentence, lastForm), strings.HasPrefix(sentence, "**"):
		case m != nil && next < len(c.grants):
			c.checkGrant(c.grants[next], m[1], m[2], m[3])
			next++
		case m != nil:
			c.t.Errorf("%s: nothing lets in who is said to be: %s", c.name, sentence)
		case strings.Contains(sentence, "nobody needs a permission"), strings.Contains(sentence, "would do nothing"), strings.Contains(sentence, " encrypts what "):
		case strings.Contains(sentence, " with the role of "), strings.Contains(sentence, " with its service role"), strings.Contains(sentence, "with the service role"),
			strings.Contains(sentence, "permissions of whoever"), strings.Contains(sentence, "identity policy"):
		default:
			c.t.Errorf("%s: a sentence of no known form: %s", c.name, sentence)
		}
		if _, rest, ok := strings.Cut(sentence, ", which only "); ok && strings.Contains(rest, "may take on") {
			c.checkTrust(sentence)
		}
	}
	if next != len(c.grants) {
		c.t.Errorf("%s: %d sentences say who may invoke, and %d requests let in", c.name, next, len(c.grants))
	}
}

// checkGrant asks whether who is named may, and who is excluded may not.
func (c *claims) checkGrant(p policy.Permission, who, what, rest string) {
	principal := callersNamed[who]
	if principal == "" {
		principal = who // an account or an identity
	}
	if who == "WorkMail" && strings.HasPrefix(p.Principal, "workmail.") {
		principal = p.Principal // each region has its own
	}
	if who == "Alexa" && strings.Contains(rest, "smart home") {
		principal = "alexa-connectedhome.amazon.com"
	}
	if strings.HasPrefix(who, "identities in accounts of the organization ") {
		principal = "*"
	}
	if principal == "*" {
		principal = "210987654321"
	}
	action := map[string]string{"invoke the function": "lambda:InvokeFunction", "call the function's URL": "lambda:InvokeFunctionUrl"}[what]
	arn := strings.NewReplacer("*", "x").Replace(p.SourceArn)
	context := map[string][]string{
		"aws:SourceArn": {arn}, "aws:SourceAccount": {cmp.Or(p.SourceAccount, "123456789012")}, "lambda:EventSourceToken": {p.EventSourceToken}, "aws:PrincipalOrgID": {p.PrincipalOrgID},
		"lambda:FunctionUrlAuthType": {p.FunctionURLAuthType}, "lambda:InvokedViaFunctionUrl": {"true"},
	}
	c.ask(p, principal, action, context, policy.Allowed)
	c.ask(p, principal, "lambda:UpdateFunctionCode", context, policy.Unsaid)
	other := func(key, value string) map[string][]string {
		changed := map[string][]string{}
		for k, v := range context {
			changed[k] = v
		}
		changed[key] = []string{value}
		return changed
	}
	if strings.Contains(rest, ", and no other") || strings.Contains(rest, ", and nobody else") {
		c.t.Errorf("%s: %s may%s: others may by other permissions; want what this one covers", c.name, who, rest)
	}
	if strings.Contains(rest, "covers no other") {
		key, value := "aws:SourceArn", strings.TrimSuffix(p.SourceArn, ":*")+"2:x"
		if p.EventSourceToken != "" {
			key, value = "lambda:EventSourceToken", p.EventSourceToken+"2"
		}
		c.ask(p, principal, action, other(key, value), policy.Unsaid)
	}
	if strings.Contains(rest, "covers nobody else") {
		c.ask(p, principal, action, other("aws:PrincipalOrgID", "o-zzzzzzzzzz"), policy.Unsaid)
	}
	if strings.Contains(rest, "as long as it belongs to account") || strings.Contains(rest, "of the account") {
		c.ask(p, principal, action, other("aws:SourceAccount", "210987654321"), policy.Unsaid)
	}
	if strings.Contains(rest, "by the URL and in no other way") {
		c.ask(p, principal, action, other("lambda:InvokedViaFunctionUrl", "false"), policy.Unsaid)
	}
	if callersNamed[who] != "*" && !strings.HasPrefix(who, "identities in") {
		c.ask(p, "sample.amazonaws.com", action, context, policy.Unsaid)
	}
}

func (c *claims) ask(p policy.Permission, principal, action string, context map[string][]string, want policy.Decision) {
	c.t.Helper()
	document, err := p.Document(c.function)
	if err != nil {
		c.t.Fatal(err)
	}
	got, err := document.Evaluate(policy.Request{Principal: principal, Action: action, Resource: c.function, Context: context})
	if got != want || err != nil {
		c.t.Errorf("%s: %s: %s for %q: got %q, %v: want %q", c.name, p.StatementID, action, principal, got, err, want)
	}
}

// checkOutside reads the last sentence: whether identities of other accounts may invoke, by any request.
func (c *claims) checkOutside() {
	last := c.who[len(c.who)-1]
	rest, ok := strings.CutPrefix(last, lastForm)
	if !ok {
		c.t.Fatalf("%s: the last sentence is %q", c.name, last)
	}
	in := c.open
	for _, p := range c.grants {
		document, err := p.Document(c.function)
		if err != nil {
			c.t.Fatal(err)
		}
		for _, who := range []string{"210987654321", "arn:aws:iam::210987654321:role/caller", "arn:aws:iam::345678901234:user/u", p.Principal} {
			if strings.Contains(who, "amazon") || strings.Contains(who, cmp.Or(c.f.Spec.Account, "123456789012")) || who == "*" {
				continue
			}
			context := map[string][]string{"aws:PrincipalOrgID": {p.PrincipalOrgID}, "lambda:InvokedViaFunctionUrl": {"true"}, "lambda:FunctionUrlAuthType": {p.FunctionURLAuthType}}
			got, err := document.Evaluate(policy.Request{Principal: who, Action: p.Action, Resource: c.function, Context: context})
			if err != nil {
				c.t.Fatal(err)
			}
			in = in || got == policy.Allowed
		}
	}
	want := "no other account may."
	if in {
		want = "of other accounts, only those named above may, as described there."
	}
	if rest != want {
		c.t.Errorf("%s: it says %q of other accounts: want %q", c.name, rest, want)
	}
}

// checkTrust asks whether a role may be taken on for something else than what a sentence names.
func (c *claims) checkTrust(sentence string) {
	trust, ok := c.callers[sentence]
	if !ok {
		c.t.Fatalf("%s: no role has the sentence %s", c.name, sentence)
	}
	for _, arn := range []string{"arn:aws:scheduler:eu-west-1:123456789012:schedule-group/other", "arn:aws:cloudformation:eu-west-1:123456789012:type/hook/Other-Other-Hook/1"} {
		r := policy.Request{Principal: trust.Statement[0].Principal.Service[0], Action: "sts:AssumeRole", Resource: "*"}
		r.Context = map[string][]string{"aws:SourceArn": {arn}, "aws:SourceAccount": {cmp.Or(c.f.Spec.Account, "123456789012")}}
		if got, err := trust.Evaluate(r); got != policy.Unsaid || err != nil {
			c.t.Errorf("%s: %s: the role may be taken on for %s: %q, %v", c.name, sentence, arn, got, err)
		}
	}
}
