package proof

import (
	"encoding/json"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/policy"
	"github.com/seed-0554dd89/scaffold/internal/simulator"
)

// The parts that random documents and random calls are made of: few, so that they often meet.
var (
	someActions   = []string{"s3:GetObject", "s3:GetObjectTagging", "s3:PutObject", "sqs:SendMessage"}
	actionPattern = []string{"s3:GetObject", "s3:Get*", "s3:*", "*", "S3:putobject", "sqs:SendMessage", "s3:?etObject", "s3:GetObject*"}
	someResources = []string{"arn:aws:s3:::shop/in/a", "arn:aws:s3:::shop/in/", "arn:aws:s3:::shop", "arn:aws:s3:::shop2/in/a", "arn:aws:sqs:eu-west-1:123456789012:orders", "arn:aws:sqs:eu-west-1:123456789012:orders2"}
	patterns      = []string{"arn:aws:s3:::shop/*", "arn:aws:s3:::shop/in/a", "arn:aws:s3:::shop*", "arn:aws:s3:::shop/??/a", "arn:aws:s3:::*/in/a", "*", "arn:aws:sqs:eu-west-1:123456789012:orders", "arn:aws:sqs:*:123456789012:orders", "arn:aws:sqs:eu-west-1:123456789012:order?"}
	conditions    = []string{
		"", "", `{"StringEquals": {"s3:prefix": "in/"}}`, `{"StringLike": {"s3:prefix": "in/*"}}`, `{"StringNotEquals": {"s3:prefix": ["in/", "out/"]}}`,
		`{"StringNotLike": {"s3:prefix": "in/*"}}`, `{"StringEqualsIfExists": {"s3:prefix": "in/"}}`, `{"StringEqualsIgnoreCase": {"S3:Prefix": "IN/"}}`,
		`{"ArnLike": {"aws:SourceArn": "arn:aws:sns:*:123456789012:ord*"}}`, `{"ArnNotEquals": {"aws:SourceArn": "arn:aws:sns:eu-west-1:123456789012:orders"}}`,
		`{"Bool": {"aws:SecureTransport": "true"}}`, `{"Null": {"s3:prefix": "true"}}`, `{"Null": {"aws:SourceArn": "false"}}`,
		`{"StringEquals": {"s3:prefix": "in/"}, "Bool": {"aws:SecureTransport": "false"}}`,
		`{"ForAllValues:StringEquals": {"aws:TagKeys": ["cost", "team"]}}`, `{"ForAnyValue:StringLike": {"aws:TagKeys": ["te*", "?ost"]}}`,
		`{"ForAllValues:StringNotEquals": {"aws:TagKeys": "team"}}`, `{"ForAnyValue:StringNotLike": {"aws:tagkeys": "te*"}}`,
		`{"StringNotEqualsIgnoreCase": {"s3:prefix": "IN/"}}`, `{"StringNotEqualsIfExists": {"s3:prefix": "in/"}}`, `{"StringLike": {"s3:prefix": ["", "?n/*", "o*t/"]}}`,
		`{"ArnEquals": {"aws:SourceArn": "arn:aws:sns:*:123456789012:*"}}`, `{"ArnNotLike": {"aws:SourceArn": "arn:aws:sns:*:*:click?"}}`, `{"BoolIfExists": {"aws:SecureTransport": "true"}}`,
		`{"Null": {"s3:prefix": ["true", "false"]}}`,
	}
	excepted = []string{"arn:aws:s3:::shop/*", "arn:aws:s3:::*", "*", "arn:aws:sqs:eu-west-1:123456789012:orders", "arn:aws:sqs:*:*:*", "arn:aws:s3:::shop/in/?"}
	tagKeys  = []string{"cost", "team", "stage", "Team"}
	contexts = map[string][]string{
		"s3:prefix": {"in/", "in/a", "out/", "IN/"}, "aws:SecureTransport": {"true", "false"},
		"aws:SourceArn": {"arn:aws:sns:eu-west-1:123456789012:orders", "arn:aws:sns:eu-west-1:123456789012:clicks", "arn:aws:sns:eu-west-1:444455556666:orders"},
	}
)

// Our evaluator decides random calls under random documents as the simulator does, which is installed by bash .ci/parts.
func TestSimulatorRandom(t *testing.T) {
	t.Parallel()
	n := 1000
	if long {
		n = 10_000
	}
	random := rand.New(rand.NewPCG(1, 2))
	calls := make([]simulator.Call, n)
	documents := make([]policy.Document, n)
	for i := range calls {
		documents[i] = randomDocument(random)
		calls[i] = simulator.Call{Document: documents[i], Request: randomRequest(random), Loose: true}
	}
	met := map[policy.Decision]int{}
	for i, verdict := range simulator.Decide(t, calls) {
		got, err := documents[i].Evaluate(calls[i].Request)
		if met[got]++; err != nil || got != verdict.Decision {
			text, _ := json.Marshal(documents[i])
			t.Errorf("%s\n%+v: got %q, %v, the simulator says %q", text, calls[i].Request, got, err, verdict.Decision)
		}
	}
	for _, decision := range []policy.Decision{policy.Allowed, policy.Denied, policy.Unsaid} {
		if met[decision] < n/20 {
			t.Errorf("%q came %d times of %d", decision, met[decision], n)
		}
	}
}

func randomDocument(random *rand.Rand) policy.Document {
	var statements []policy.Statement
	for range 1 + random.IntN(3) {
		s := policy.Statement{Effect: "Allow", Action: upTo3(random, actionPattern), Resource: upTo3(random, patterns)}
		if random.IntN(4) == 0 {
			s.Effect = "Deny"
		}
		if random.IntN(5) == 0 {
			s.Action, s.NotAction = nil, s.Action
		}
		if random.IntN(5) == 0 {
			s.Resource, s.NotResource = nil, upTo3(random, excepted)
		}
		if block := anyOf(random, conditions); block != "" {
			s.Condition = json.RawMessage(block)
		}
		statements = append(statements, s)
	}
	return policy.New(statements...)
}

func randomRequest(random *rand.Rand) policy.Request {
	r := policy.Request{Action: anyOf(random, someActions), Resource: anyOf(random, someResources), Context: map[string][]string{}}
	for _, key := range slices.Sorted(maps.Keys(contexts)) {
		if random.IntN(3) > 0 {
			r.Context[key] = []string{anyOf(random, contexts[key])}
		}
	}
	if random.IntN(2) == 0 {
		r.Context["aws:TagKeys"] = slices.Compact(slices.Sorted(slices.Values(upTo3(random, tagKeys))))
	}
	return r
}

func anyOf(random *rand.Rand, of []string) string { return of[random.IntN(len(of))] }

// upTo3 are one to three of a list.
func upTo3(random *rand.Rand, of []string) (some policy.List) {
	for range 1 + random.IntN(3) {
		some = append(some, anyOf(random, of))
	}
	return some
}
