package proof

import (
	"fmt"
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// twins are two triggers of one kind beside each other, and the place in an event that says which source sent it.
type twin struct {
	name, one, other string
	source           aws.Path
	another          string // what no trigger of the function has there
}

var twins = []twin{
	{"queues", "sqs:queue=orders", "sqs:queue=jobs.fifo", aws.Path{"Records", aws.First, "eventSourceARN"}, "arn:aws:sqs:eu-west-1:123456789012:other"},
	{"topics", "sns:topic=orders", "sns:topic=jobs", aws.Path{"Records", aws.First, "Sns", "TopicArn"}, "arn:aws:sns:eu-west-1:123456789012:other"},
	{"streams", "kinesis:stream=orders", "kinesis:stream=jobs", aws.Path{"Records", aws.First, "eventSourceARN"}, "arn:aws:kinesis:eu-west-1:123456789012:stream/other"},
	{"tables", "dynamodb-streams:table=orders", "dynamodb-streams:table=jobs", aws.Path{"Records", aws.First, "eventSourceARN"}, "arn:aws:dynamodb:eu-west-1:123456789012:table/other/stream/2026-01-02T03:04:05.678"},
	{"buckets", "s3:bucket=my-orders", "s3:bucket=my-jobs", aws.Path{"Records", aws.First, "s3", "bucket", "name"}, "my-others"},
	{"suffixes", "s3:bucket=my-orders,suffix=.csv", "s3:bucket=my-orders,suffix=.json", aws.Path{"Records", aws.First, "s3", "object", "key"}, "in/a.csv.txt"},
	{"prefixes", "s3:bucket=my-orders,prefix=in/ä b+c/", "s3:bucket=my-orders,prefix=in/j/", aws.Path{"Records", aws.First, "s3", "object", "key"}, "in/%C3%A4%20b+c/a"},
	{"sources", "eventbridge-rule:source=shop.orders", "eventbridge-rule:source=shop.jobs", aws.Path{"source"}, "shop"},
	{"routes", "apigateway-http:route=GET /orders/{id}", "apigateway-http:route=POST /orders/{id}", aws.Path{"routeKey"}, "PUT /orders/{id}"},
	{"paths", "apigateway-rest:path=/orders/{id},method=GET", "apigateway-rest:path=/jobs,method=GET", aws.Path{"requestContext", "resourcePath"}, "/orders"},
	{"methods", "apigateway-rest:path=/orders,method=GET", "apigateway-rest:path=/orders,method=POST", aws.Path{"httpMethod"}, "PUT"},
	{"websocket-routes", "apigateway-websocket:route=$connect", "apigateway-websocket:route=$disconnect", aws.Path{"requestContext", "routeKey"}, "$default"},
}

// apartCases are functions with several triggers, of one kind and of different kinds: each sample event calls the handler as
// its own trigger, and an event of none of them is refused where another source of the kind sent it.
func (b *builder) apartCases() {
	keys := []string{"--key", "give=text"}
	for i, set := range triggerSets {
		if long || i%3 == 0 {
			b.samples(b.function("apart "+set.name, keys, set.args))
		}
	}
	for i, group := range twinGroups() {
		var args []string
		for _, twin := range group {
			for _, which := range []string{"one", "other"} {
				said := map[string]string{"one": twin.one, "other": twin.other}[which]
				args = append(args, "--trigger", strings.Replace(said, ":", ":name="+twin.name+"-"+which+",", 1))
			}
		}
		f := b.function(fmt.Sprint("twins ", i), keys, args)
		b.samples(f)
		for _, twin := range group {
			event := change(f.sample(b.t, twin.name+"-one"), twin.source, func(any) any { return twin.another })
			b.add(f, twin.name, twin.another, event, answer{Fails: "none of this function's triggers sends such an event"})
		}
	}
}

// nameCases are functions whose triggers and keys have unlucky names: each sample event reaches its own trigger.
func (b *builder) nameCases() {
	l := languageOf(b.face.name)
	for _, u := range unlucky(b.t, l, namesMost.now()) {
		b.samples(b.function(u.name, u.args))
	}
}

// twinGroups are the twins in as few functions as they go into: one kind has one pair there.
func twinGroups() (groups [][]twin) {
	for _, t := range twins {
		kind := func(t twin) string { id, _, _ := strings.Cut(t.one, ":"); return id }
		i := slices.IndexFunc(groups, func(group []twin) bool {
			return !slices.ContainsFunc(group, func(other twin) bool { return kind(other) == kind(t) })
		})
		if i < 0 {
			i, groups = len(groups), append(groups, nil)
		}
		groups[i] = append(groups[i], t)
	}
	return groups
}

// samples are the sample events of all of a function's triggers.
func (b *builder) samples(f *caseFunction) {
	for n := range f.Triggers {
		if e := f.unchanged(b, n); f.Triggers[n].Marked() {
			b.addOne(f, e, "sample of "+e.trigger, became{give: "text"}, f.sampleKeys(n))
		}
	}
}
