package aws

import (
	"slices"
	"strings"
)

// Triggers returns all triggers of the catalogue, sorted by id.
func Triggers() []*Trigger { return triggers }

var triggers = sorted(
	&activeMQ,
	&agentCoreGateway,
	&albTrigger,
	&apigatewayAuthorizer,
	&apigatewayHTTP,
	&apigatewayREST,
	&apigatewayWebSocket,
	&appsyncAuthorizer,
	&appsyncResolver,
	&awsAccount,
	&awsOrganization,
	&cloudfrontOAC,
	&cloudwatchAlarm,
	&cloudwatchLogs,
	&codecommitTrigger,
	&cognitoUserPool,
	&configRule,
	&documentDB,
	&dynamodbStreams,
	&eventbridgePipes,
	&eventbridgeRule,
	&eventbridgeSchedule,
	&eventbridgeScheduler,
	&firehoseTransform,
	&functionURLIAM,
	&functionURLNone,
	&iotAuthorizer,
	&iotProvisioningHook,
	&iotRule,
	&kinesisTrigger,
	&mskTrigger,
	&rabbitMQ,
	&s3Batch,
	&s3Trigger,
	&secretsRotation,
	&selfManagedKafka,
	&sesTrigger,
	&snsTrigger,
	&sqsTrigger,
	&stepFunctions,
	&vpcLattice,
)

func sorted(all ...*Trigger) []*Trigger {
	slices.SortFunc(all, func(a, b *Trigger) int { return strings.Compare(a.ID, b.ID) })
	return all
}

// FindTrigger returns the trigger called id, nil where there is none.
func FindTrigger(id string) *Trigger {
	for _, t := range triggers {
		if t.ID == id {
			return t
		}
	}
	return nil
}

// Direct is the direct invocation that every function has beside its triggers.
// https://docs.aws.amazon.com/lambda/latest/dg/invocation-sync.html
var Direct = Trigger{
	ID:       "direct",
	Title:    "Direct invocation",
	Sentence: "the Invoke API: the JSON that the caller sends is the event",
	Model:    None,
	Doc:      "https://docs.aws.amazon.com/lambda/latest/dg/invocation-sync.html",
	Event:    Event{Keys: []Place{{Path: Path{Whole}}}, Sample: `"{keys}"`},
	Reply:    Reply{Kind: Value, Why: "the caller gets the value as JSON"},
}
