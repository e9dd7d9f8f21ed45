package aws

import (
	"slices"
	"strings"
)

// Events of other services that messages carry: SNS, S3 and EventBridge send theirs to queues and topics.

// carrying is an event whose records carry another event as JSON, at the path carrier of a record. In the outer sample
// the keys stand for what is carried. Facts of what is carried count before those of the record around it.
func carrying(outer Event, carrier Path, carried Event) *Event {
	event := outer
	event.Inner, event.Many = slices.Concat(carrier, Path{JSON}, carried.Each), len(carried.Each) > 0
	event.Carried = carried.Types
	event.Keys, event.Facts = nil, nil
	for _, place := range carried.Keys {
		place.Inner = true
		event.Keys = append(event.Keys, place)
	}
	for _, fact := range carried.Facts {
		fact.Inner = true
		event.Facts = append(event.Facts, fact)
	}
	for _, fact := range outer.Facts {
		if !slices.ContainsFunc(event.Facts, func(f Fact) bool { return f.Name == fact.Name }) {
			event.Facts = append(event.Facts, fact)
		}
	}
	event.Sample = strings.Replace(outer.Sample, `"`+KeysValue+`"`, carried.Sample, 1)
	return &event
}

// notification is what SNS sends to a queue, unless it is told to send the message as it is.
// https://docs.aws.amazon.com/sns/latest/dg/sns-sqs-as-subscriber.html
var notification = Event{
	Types: []Type{{"typescript", "SNSMessage"}},
	Keys:  []Place{{Path: Path{"Message", Message}}},
	Facts: []Fact{
		{Name: "subject", Path: Path{"Subject?"}, Why: "subject that the publisher gave the message", Types: maybeText},
		{Name: "attributes", Path: Path{"MessageAttributes?"}, Why: "attributes that the publisher gave the message", Types: []Type{{"typescript", "SNSMessageAttributes | undefined"}}},
	},
	Sample: `{
  "Type": "Notification",
  "MessageId": "dc1e94d9-56c5-5e96-808d-cc7f68faa162",
  "TopicArn": "arn:{partition|sample}:sns:{region|sample}:{account|sample}:{from-topic}",
  "Subject": "sample",
  "Message": {"{json}": "{keys}"},
  "Timestamp": "2026-01-02T03:04:05.678Z",
  "SignatureVersion": "1",
  "Signature": "FMG5tlZhJNHLHUXvZgtZzlk24FzVa7oX0T4P03neeXw8ZEXZx6z35j2FOTuNYShn2h0bKNC",
  "SigningCertURL": "https://sns.{region|sample}.{dns-suffix|sample}/SimpleNotificationService-ac565b8b1a6c5d002d285f9598aa1d9b.pem",
  "UnsubscribeURL": "https://sns.{region|sample}.{dns-suffix|sample}/?Action=Unsubscribe&SubscriptionArn=arn:{partition|sample}:sns:{region|sample}:{account|sample}:{from-topic}:21be56ed-a058-49f5-8c98-aedd2564c486",
  "MessageAttributes": {"kind": {"Type": "String", "Value": "order"}}
}`,
}

// bucketNotification is what a bucket sends, with the holes of the parameter from-bucket. A bucket sends a test message first,
// which has no Records.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
func bucketNotification() Event {
	event := s3Trigger().Event
	event.Types = s3Trigger().Types
	event.Each = Path{"Records?"}
	event.Sample = strings.NewReplacer(
		"{bucket|sample}", "{from-bucket}", "{events|sample}", "ObjectCreated:Put", "{prefix|url}", "", "{suffix|url}", "",
	).Replace(event.Sample)
	return event
}

// ruleEvent is what a rule sends.
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html
func ruleEvent() Event {
	event := eventbridgeRule().Event
	event.Types = eventbridgeRule().Types
	event.Sample = strings.NewReplacer("{source}", "shop.orders", "{detail-type|sample}", "Order Placed").Replace(event.Sample)
	return event
}
