package proof

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/aws/aws-lambda-go/cfn"
	"github.com/aws/aws-lambda-go/events"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// goTypes are the events as AWS's own Go library has them.
var goTypes = map[string]func() any{
	"APIGatewayProxyRequest":                func() any { return new(events.APIGatewayProxyRequest) },
	"SNSEvent":                              func() any { return new(events.SNSEvent) },
	"EventBridgeEvent":                      func() any { return new(events.EventBridgeEvent) },
	"CloudwatchLogsEvent":                   func() any { return new(events.CloudwatchLogsEvent) },
	"SimpleEmailEvent":                      func() any { return new(events.SimpleEmailEvent) },
	"ConfigEvent":                           func() any { return new(events.ConfigEvent) },
	"CodeCommitEvent":                       func() any { return new(events.CodeCommitEvent) },
	"SecretsManagerSecretRotationEvent":     func() any { return new(events.SecretsManagerSecretRotationEvent) },
	"CognitoEventUserPoolsPreSignup":        func() any { return new(events.CognitoEventUserPoolsPreSignup) },
	"KinesisFirehoseEvent":                  func() any { return new(events.KinesisFirehoseEvent) },
	"S3BatchJobEventV2":                     func() any { return new(events.S3BatchJobEventV2) },
	"APIGatewayCustomAuthorizerRequest":     func() any { return new(events.APIGatewayCustomAuthorizerRequest) },
	"AppSyncLambdaAuthorizerRequest":        func() any { return new(events.AppSyncLambdaAuthorizerRequest) },
	"IoTCoreCustomAuthorizerRequest":        func() any { return new(events.IoTCoreCustomAuthorizerRequest) },
	"IoTPreProvisionHookRequest":            func() any { return new(events.IoTPreProvisionHookRequest) },
	"CodePipelineJobEvent":                  func() any { return new(events.CodePipelineJobEvent) },
	"cfn.Event":                             func() any { return new(customResource) },
	"ConnectEvent":                          func() any { return new(events.ConnectEvent) },
	"APIGatewayV2CustomAuthorizerV2Request": func() any { return new(events.APIGatewayV2CustomAuthorizerV2Request) },
	"SNSEntity":                             func() any { return new(events.SNSEntity) },
	"S3Event":                               func() any { return new(events.S3Event) },
	"SQSEvent":                              func() any { return new(events.SQSEvent) },
	"ALBTargetGroupRequest":                 func() any { return new(events.ALBTargetGroupRequest) },
	"APIGatewayV2HTTPRequest":               func() any { return new(events.APIGatewayV2HTTPRequest) },
	"APIGatewayWebsocketProxyRequest":       func() any { return new(events.APIGatewayWebsocketProxyRequest) },
	"LambdaFunctionURLRequest":              func() any { return new(events.LambdaFunctionURLRequest) },
	"KinesisEvent":                          func() any { return new(events.KinesisEvent) },
	"DynamoDBEvent":                         func() any { return new(events.DynamoDBEvent) },
	"KafkaEvent":                            func() any { return new(events.KafkaEvent) },
	"ActiveMQEvent":                         func() any { return new(events.ActiveMQEvent) },
	"RabbitMQEvent":                         func() any { return new(events.RabbitMQEvent) },
}

// customResource is the library's type with the one field of the documented event that it leaves out.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html
type customResource struct {
	cfn.Event
	ServiceToken string
}

// Sample events are what aws-lambda-go takes for events: it knows every field, and says every value again that the sample
// has. The library is a Go module; no part is needed.
func TestSampleEvents(t *testing.T) {
	for _, v := range pure() {
		f := v.function(t)
		files := render(t, f)
		for i, trigger := range f.Triggers {
			kind := aws.FindTrigger(f.Spec.Triggers[i].ID)
			sample, ok := files.Lookup("events/" + trigger.Name + ".json")
			if !ok {
				t.Fatalf("%s: %s has no sample event", v, trigger.Name)
			}
			if kind.TypeName("go") == "" {
				continue // the library has no such event
			}
			if lost := throughGo(t, kind.TypeName("go"), sample.Data); len(lost) > 0 {
				t.Fatalf("%s: %s: %s does not carry %q", v, trigger.Name, kind.TypeName("go"), lost)
			}
		}
	}
}

// throughGo decodes an event into its Go type and encodes it again, and returns the values that got lost.
func throughGo(t *testing.T, typeName string, sample []byte) []string {
	t.Helper()
	newEvent := goTypes[typeName]
	if newEvent == nil {
		t.Fatalf("goTypes has no %q", typeName)
	}
	event := newEvent()
	decoder := json.NewDecoder(bytes.NewReader(sample))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(event); err != nil {
		t.Fatalf("%s: %v\n%s", typeName, err, sample)
	}
	again, err := json.Marshal(event)
	if err != nil {
		t.Fatal(err)
	}
	var want, got any
	if err = json.Unmarshal(sample, &want); err == nil {
		err = json.Unmarshal(again, &got)
	}
	if err != nil {
		t.Fatal(err)
	}
	return lost("", want, got)
}

// lost are the values in want that got does not have. Null and false stand for nothing: Go leaves them out or writes "".
func lost(path string, want, got any) (paths []string) {
	switch want := want.(type) {
	case nil:
		return nil
	case bool:
		if flag, _ := got.(bool); flag != want {
			paths = append(paths, path)
		}
	case map[string]any:
		object, _ := got.(map[string]any)
		for name, value := range want {
			paths = append(paths, lost(path+"/"+name, value, object[name])...)
		}
	case []any:
		list, _ := got.([]any)
		for i, value := range want {
			var at any
			if i < len(list) {
				at = list[i]
			}
			paths = append(paths, lost(fmt.Sprint(path, "/", i), value, at)...)
		}
	default:
		if want != got {
			paths = append(paths, fmt.Sprintf("%s: %v, got %v", path, want, got))
		}
	}
	return paths
}

// A field that no event has is noticed: the check above can fail.
func TestSampleEventsRefuseOthers(t *testing.T) {
	for name, newEvent := range goTypes {
		decoder := json.NewDecoder(strings.NewReader(`{"MessageBody": "the request, not the event"}`))
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(newEvent()); err == nil {
			t.Errorf("%s takes what is no event", name)
		}
	}
}
