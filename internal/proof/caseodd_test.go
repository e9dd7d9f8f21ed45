package proof

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// oddCase is an event that is changed by hand: at a path of a trigger's sample stands something else.
type oddCase struct {
	trigger string
	path    aws.Path
	value   string // JSON
	want    string // members that are not as the function's keys are without
	err     string
}

var (
	newImage  = aws.Path{"Records", aws.First, "dynamodb", "NewImage"}
	oldKeys   = aws.Path{"Records", aws.First, "dynamodb", "Keys"}
	arguments = aws.Path{"job", "userArguments"}
	inPath    = aws.Path{"pathParameters"}
	albQuery  = aws.Path{"queryStringParameters"}
)

var oddCases = []oddCase{
	// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_AttributeValue.html
	{"dynamodb-streams", newImage, `{"l":{"SS":["a","b"]}}`, `"l":["a","b"]`, ""},
	{"dynamodb-streams", newImage, `{"l":{"NS":["1","-2.5"]}}`, `"l":[1,-2.5]`, ""},
	{"dynamodb-streams", newImage, `{"l":{"BS":["AQ=="]}}`, `"l":["AQ=="]`, ""},
	{"dynamodb-streams", newImage, `{"l":{"L":[{"NULL":true},{"BOOL":false},{"M":{"N":{"N":"1"}}},{"L":[]}]}}`, `"l":[null,false,{"N":1},[]]`, ""},
	{"dynamodb-streams", newImage, `{"s":{"B":"AQ=="}}`, `"s":"AQ=="`, ""},
	{"dynamodb-streams", newImage, `{"s":{"N":"1"}}`, "", `key "s" must be a string`},
	{"dynamodb-streams", newImage, `{"i":{"N":"12345678901234567890"}}`, "", `key "i" must be an integer`},
	{"dynamodb-streams", newImage, `{"i":{"N":"1.00"}}`, `"i":1`, ""},
	{"dynamodb-streams", newImage, `{"n":{"N":"1E-130"}}`, `"n":1e-130`, ""},
	{"dynamodb-streams", newImage, `{"o":{"M":{}}}`, `"o":{}`, ""},
	{"dynamodb-streams", newImage, `{"maybe":{"NULL":true}}`, `"maybe":null`, ""},
	{"dynamodb-streams", newImage, `{"s":{"NULL":true}}`, "", `key "s" must be a string`},
	{"dynamodb-streams", newImage, `{}`, ``, ""},
	{"dynamodb-streams", newImage, `null`, ``, ""},
	{"dynamodb-streams", oldKeys, `{"s":{"S":"of the key"}}`, `"s":"of the key"`, ""}, // beside an image without it

	// What is no text is taken as it is, where JSON may hold more than texts.
	{"s3-batch", arguments, `{"i":5,"b":false,"o":{"a":1},"l":[1]}`, `"i":5,"b":false,"o":{"a":1},"l":[1]`, ""},
	{"s3-batch", arguments, `{"i":"5","b":"false","o":"{}","l":"[]"}`, `"i":5,"b":false,"o":{},"l":[]`, ""},
	{"s3-batch", arguments, `{"maybe":null}`, `"maybe":null`, ""},
	{"s3-batch", arguments, `{"i":true}`, "", `key "i" must be an integer`},
	{"s3-batch", arguments, `{"s":5}`, "", `key "s" must be a string`},
	{"s3-batch", arguments, `null`, ``, ""},

	// API Gateway leaves path parameters as the client encoded them, and an ALB the query besides; + is no blank there.
	{"apigateway-rest", inPath, `{"s":"a%2Fb%20%C3%A4+%25"}`, `"s":"a/b ä+%"`, ""},
	{"apigateway-rest", inPath, `{"s":"%"}`, "", "paths and queries must be percent-encoded UTF-8"},
	{"apigateway-rest", inPath, `{"s":"%ff"}`, "", "paths and queries must be percent-encoded UTF-8"},
	{"apigateway-rest", inPath, `{"s":"%zz"}`, "", "paths and queries must be percent-encoded UTF-8"},
	{"apigateway-rest", inPath, `{"other":"%"}`, "", "paths and queries must be percent-encoded UTF-8"},
	{"apigateway-http", inPath, `{"s":"%20"}`, `"s":"%20"`, ""},
	{"alb", albQuery, `{"s":"a%20b+c"}`, `"s":"a b+c"`, ""},
	{"alb", albQuery, `{"s":"%e4"}`, "", "paths and queries must be percent-encoded UTF-8"},

	// Of a parameter that comes twice the first counts.
	{"vpc-lattice", albQuery, `{"s":["first","second"],"i":["1"]}`, `"s":"first"`, ""},
	{"vpc-lattice", albQuery, `{"i":["x","1"]}`, "", `key "i" must be an integer`},
}

// oddTriggers are those that odd events are of.
var oddTriggers = []string{
	"dynamodb-streams", "s3-batch", "apigateway-rest", "apigateway-http", "alb", "vpc-lattice", "firehose-transform",
	"self-managed-kafka:name=kafka,topic=clicks", "amazon-mq-rabbitmq:name=rabbit,queue=jobs",
}

// oddCases are events that were written by hand, names of keys that are no identifiers, and other things that are rare.
func (b *builder) oddCases() {
	var args []string
	for _, said := range oddTriggers {
		args = append(args, "--trigger", said)
	}
	f := b.function("odd", openKeys, args)
	for _, c := range oddCases {
		n := f.triggerOf(c.trigger)
		kind := f.kind(n)
		e := f.with(b, n, kind.Event.Keys[len(kind.Event.Keys)-1], map[string]any{})
		event := change(e.event, c.path, func(any) any { return json.RawMessage(c.value) })
		e = apart(kind, e.trigger, decodeEvent(b.t, encodeEvent(event)))
		b.add(f, c.trigger, string(c.path[len(c.path)-1])+" "+c.value, e.event, e.keys(b, keyCase{want: c.want, err: c.err}))
	}
	b.emptyBatches(f)
	b.severalLists(f)
	b.namedCases()
}

// triggerOf is the number of the trigger of a kind.
func (f *caseFunction) triggerOf(id string) int {
	return slices.IndexFunc(f.Spec.Triggers, func(use spec.Use) bool { return use.ID == id })
}

// namedCases are keys whose names are no identifiers, or words of the language: each is given, and none.
func (b *builder) namedCases() {
	i := slices.IndexFunc(keySets, func(o option) bool { return o.name == "odd-names" })
	f := b.function("odd names", []string{"--key", "give=text"}, keySets[i].args)
	all := map[string]any{"give": "text"}
	for _, k := range f.Spec.Keys {
		all[k.Name] = k.Default.Value().Text
	}
	b.add(f, "direct", "none", json.RawMessage("{}"), answer{Reply: "done", Calls: []call{{Trigger: "direct", Keys: all}}})
	for _, k := range f.Spec.Keys {
		if k.Name != "give" {
			keys := defaults(b.t, string(encodeEvent(all)), string(spec.Text(k.Name))+`:"given"`)
			event := map[string]any{k.Name: "given"}
			b.add(f, "direct", k.Name, event, answer{Reply: "done", Calls: []call{{Trigger: "direct", Keys: keys}}})
		}
	}
	long := strings.Repeat("ä😀\u2028\"\\", 20000)
	keys := defaults(b.t, string(encodeEvent(all)), "")
	keys["class"] = long
	b.add(f, "direct", "a long text", map[string]any{"class": long}, answer{Reply: "done", Calls: []call{{Trigger: "direct", Keys: keys}}})
}

// emptyBatches are events without a record: nobody is called, and the answer names nobody.
func (b *builder) emptyBatches(f *caseFunction) {
	for trigger, list := range map[string]string{"firehose-transform": "records", "s3-batch": "tasks"} {
		event := change(f.sample(b.t, trigger), aws.Path{aws.Step(list)}, func(any) any { return []any{} })
		b.add(f, trigger, "no record", event, recordsReply(f.kind(f.triggerOf(trigger)), event, nil, nil))
	}
}

// severalLists are records in several lists of one event: each is handed over, list by list.
func (b *builder) severalLists(f *caseFunction) {
	for _, trigger := range []string{"self-managed-kafka", "amazon-mq-rabbitmq"} {
		n := f.triggerOf(trigger)
		kind, e := f.kind(n), f.unchanged(b, n)
		want := answer{}
		event := change(e.event, kind.Event.Each[:1], func(any) any {
			lists := map[string]any{}
			for _, name := range []string{"a-0", "a-1", "b-0"} {
				record := carry(e.record, kind, kind.Event.Keys[0], map[string]any{"s": name})
				lists[name] = []any{record, record}
				one := change(e.event, kind.Event.Each, func(any) any { return []any{record} })
				c := apart(kind, e.trigger, one).call(f.keysWith(b, `"s":"`+name+`"`))
				want.Calls = append(want.Calls, c, c)
			}
			return lists
		})
		b.add(f, trigger, "three lists of two", event, want)
	}
}
