package proof

import (
	"slices"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// twins are two triggers of one kind beside each other, and the place in an event that says which source sent it.
var twins = []struct {
	name, one, other string
	source           aws.Path
	another          string // what no trigger of the function has there
}{
	{"queues", "sqs:name=orders,queue=orders", "sqs:name=jobs,queue=jobs.fifo", aws.Path{"Records", aws.First, "eventSourceARN"}, "arn:aws:sqs:eu-west-1:123456789012:other"},
	{"topics", "sns:name=orders,topic=orders", "sns:name=jobs,topic=jobs", aws.Path{"Records", aws.First, "Sns", "TopicArn"}, "arn:aws:sns:eu-west-1:123456789012:other"},
	{"streams", "kinesis:name=orders,stream=orders", "kinesis:name=jobs,stream=jobs", aws.Path{"Records", aws.First, "eventSourceARN"}, "arn:aws:kinesis:eu-west-1:123456789012:stream/other"},
	{"tables", "dynamodb-streams:name=orders,table=orders", "dynamodb-streams:name=jobs,table=jobs", aws.Path{"Records", aws.First, "eventSourceARN"}, "arn:aws:dynamodb:eu-west-1:123456789012:table/other/stream/2026-01-02T03:04:05.678"},
	{"buckets", "s3:name=orders,bucket=my-orders", "s3:name=jobs,bucket=my-jobs", aws.Path{"Records", aws.First, "s3", "bucket", "name"}, "my-others"},
	{"suffixes", "s3:name=orders,bucket=my-orders,suffix=.csv", "s3:name=jobs,bucket=my-orders,suffix=.json", aws.Path{"Records", aws.First, "s3", "object", "key"}, "in/a.csv.txt"},
	{"prefixes", "s3:name=orders,bucket=my-orders,prefix=in/ä b+c/", "s3:name=jobs,bucket=my-orders,prefix=in/j/", aws.Path{"Records", aws.First, "s3", "object", "key"}, "in/%C3%A4%20b+c/a"},
	{"sources", "eventbridge-rule:name=orders,source=shop.orders", "eventbridge-rule:name=jobs,source=shop.jobs", aws.Path{"source"}, "shop"},
	{"routes", "apigateway-http:name=orders,route=GET /orders/{id}", "apigateway-http:name=jobs,route=POST /orders/{id}", aws.Path{"routeKey"}, "PUT /orders/{id}"},
	{"paths", "apigateway-rest:name=orders,path=/orders/{id},method=GET", "apigateway-rest:name=jobs,path=/jobs,method=GET", aws.Path{"requestContext", "resourcePath"}, "/orders"},
	{"methods", "apigateway-rest:name=orders,path=/orders,method=GET", "apigateway-rest:name=jobs,path=/orders,method=POST", aws.Path{"httpMethod"}, "PUT"},
	{"websocket routes", "apigateway-websocket:name=orders,route=$connect", "apigateway-websocket:name=jobs,route=$disconnect", aws.Path{"requestContext", "routeKey"}, "$default"},
}

// apartCases are functions with several triggers, of one kind and of different kinds: each sample event calls the handler as
// its own trigger, and an event of none of them is refused where another source of the kind sent it.
func (b *builder) apartCases() {
	for _, set := range triggerSets {
		b.samples(b.function("apart "+set.name, slices.Concat([]string{"--key", "give=text"}, set.args)))
	}
	for _, twin := range twins {
		f := b.function("twin "+twin.name, []string{"--key", "give=text", "--trigger", twin.one, "--trigger", twin.other})
		b.samples(f)
		event := change(f.sample(b.t, "orders"), twin.source, func(any) any { return twin.another })
		b.add(f, "none", twin.another, event, answer{Fails: "none of this function's triggers sends such an event"})
	}
}

// samples are the sample events of all of a function's triggers.
func (b *builder) samples(f *caseFunction) {
	for n := range f.Triggers {
		if e := f.unchanged(b, n); f.Triggers[n].Marked() {
			b.addOne(f, e, e.trigger, became{give: "text"}, f.sampleKeys(n))
		}
	}
}
