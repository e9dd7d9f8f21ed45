package proof

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// documented are the fields of events that AWS's Go library has no type for, as their pages show them. A field that ends in ?
// need not be there, and * stands for names that are the user's own, or for all that is below.
var documented = map[string]struct{ page, fields string }{
	"alexa-skill": {"https://developer.amazon.com/en-US/docs/alexa/custom-skills/request-and-response-json-reference.html", `
		version session/new session/sessionId session/application/applicationId session/attributes/*? session/user/userId
		context/System/application/applicationId context/System/user/userId context/System/apiEndpoint context/System/device/*? context/AudioPlayer/*?
		request/type request/requestId request/timestamp request/locale request/intent/name request/intent/confirmationStatus request/intent/slots/*/name
		request/intent/slots/*/value request/intent/slots/*/confirmationStatus request/dialogState?`},
	"alexa-smart-home": {"https://developer.amazon.com/en-US/docs/alexa/device-apis/message-guide.html", `
		directive/header/namespace directive/header/name directive/header/messageId directive/header/correlationToken directive/header/payloadVersion
		directive/endpoint/scope/type directive/endpoint/scope/token directive/endpoint/endpointId directive/endpoint/cookie/*? directive/payload/*?`},
	"appsync-resolver": {"https://docs.aws.amazon.com/appsync/latest/devguide/resolver-context-reference.html", `
		arguments/* identity/*? source/*? request/* prev/*? info/* stash/*?`},
	"bedrock-agent": {"https://docs.aws.amazon.com/bedrock/latest/userguide/agents-lambda.html", `
		messageVersion agent/name agent/id agent/alias agent/version inputText sessionId actionGroup function parameters/[]/name parameters/[]/type
		parameters/[]/value sessionAttributes/*? promptSessionAttributes/*?`},
	"cloudformation-hook": {"https://docs.aws.amazon.com/cloudformation-cli/latest/hooks-userguide/lambda-hooks-create-lambda-function.html", `
		clientRequestToken awsAccountId stackId changeSetId hookTypeName hookTypeVersion hookModel/LambdaFunction actionInvocationPoint
		requestData/targetName requestData/targetType requestData/targetLogicalId requestData/targetModel/resourceProperties/*
		requestData/targetModel/previousResourceProperties/*? requestData/payload? requestContext/invocation requestContext/callbackContext`},
	"cloudformation-macro": {"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-macros-author.html", `
		region accountId fragment/* transformId params/* requestId templateParameterValues/*?`},
	"cloudwatch-alarm": {"https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html", `
		source alarmArn accountId time region alarmData/alarmName alarmData/state/value alarmData/state/reason alarmData/state/reasonData?
		alarmData/state/timestamp alarmData/previousState/* alarmData/configuration/*`},
	"codedeploy-hook": {"https://docs.aws.amazon.com/codedeploy/latest/userguide/tutorial-lambda-sam-create-lambda-function.html", `
		DeploymentId LifecycleEventHookExecutionId`},
	"documentdb": {"https://docs.aws.amazon.com/lambda/latest/dg/with-documentdb.html", `
		eventSource eventSourceArn events/[]/event/_id/_data events/[]/event/clusterTime/* events/[]/event/documentKey/* events/[]/event/fullDocument/*
		events/[]/event/ns/db events/[]/event/ns/coll events/[]/event/operationType`},
	"eventbridge-pipes": {"https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-source.html", `[]/*`},
	"ivs-chat": {"https://docs.aws.amazon.com/ivs/latest/ChatUserGuide/chat-message-review-handler.html", `
		Content MessageId RoomArn Attributes/* Sender/Attributes/* Sender/UserId Sender/Ip`},
	"lambda-edge": {"https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-event-structure.html", `
		Records/[]/cf/config/distributionDomainName Records/[]/cf/config/distributionId Records/[]/cf/config/eventType Records/[]/cf/config/requestId
		Records/[]/cf/request/clientIp Records/[]/cf/request/headers/*/[]/key Records/[]/cf/request/headers/*/[]/value Records/[]/cf/request/method
		Records/[]/cf/request/querystring Records/[]/cf/request/uri Records/[]/cf/request/origin/*? Records/[]/cf/request/body/*?
		Records/[]/cf/response/status? Records/[]/cf/response/statusDescription? Records/[]/cf/response/headers/*?`},
	"lex-v2": {"https://docs.aws.amazon.com/lexv2/latest/dg/lambda-input-format.html", `
		messageVersion invocationSource inputMode responseContentType sessionId inputTranscript invocationLabel? bot/id bot/name bot/localeId bot/version
		bot/aliasId bot/aliasName interpretations/* proposedNextState/*? requestAttributes/*? sessionState/activeContexts/*? sessionState/sessionAttributes/*?
		sessionState/intent/name sessionState/intent/slots/* sessionState/intent/state sessionState/intent/confirmationState
		sessionState/originatingRequestId transcriptions/*`},
	"transfer-family": {"https://docs.aws.amazon.com/transfer/latest/userguide/custom-lambda-idp.html", `username password? protocol serverId sourceIp`},
	"vpc-lattice": {"https://docs.aws.amazon.com/vpc-lattice/latest/ug/lambda-functions.html", `
		version path method headers/* queryStringParameters/*? body? isBase64Encoded? requestContext/serviceNetworkArn requestContext/serviceArn
		requestContext/targetGroupArn requestContext/identity/* requestContext/region requestContext/timeEpoch`},
	"workmail": {"https://docs.aws.amazon.com/workmail/latest/adminguide/lambda.html", `
		summaryVersion envelope/mailFrom/address envelope/recipients/[]/address sender/address subject messageId invocationId flowDirection truncated`},
}

// The sample event of a trigger that the library has no type for has the fields that its page shows, and no other. No part is
// needed.
func TestDocumentedEvents(t *testing.T) {
	for _, kind := range aws.Triggers() {
		if kind.TypeName("go") != "" || len(kind.Event.Marks) == 0 {
			continue
		}
		facts, ok := documented[kind.ID]
		if !ok {
			t.Errorf("%s has neither a type in the library nor a page here", kind.ID)
			continue
		}
		f := function(t, parse(t, []string{"hello", "--key", "key1=a", "--trigger", flag(using(kind, onlyRequired))}))
		sample, _ := render(t, f).Lookup("events/" + f.Triggers[0].Name + ".json")
		have := map[string]bool{}
		outline("", decodeEvent(t, sample.Data), have)
		for field := range strings.FieldsSeq(facts.fields) {
			field, optional := strings.CutSuffix(field, "?")
			found := slices.DeleteFunc(slices.Collect(maps.Keys(have)), func(name string) bool { return !under(field, name) })
			if len(found) == 0 && !optional {
				t.Errorf("%s: its sample lacks %s, which %s shows", kind.ID, field, facts.page)
			}
			for _, name := range found {
				delete(have, name)
			}
		}
		for name := range have {
			t.Errorf("%s: its sample has %s, which %s does not show", kind.ID, name, facts.page)
		}
	}
}

// outline collects the paths of all leaves of an event. One that is empty, or null, is a leaf.
func outline(at string, value any, into map[string]bool) {
	inside := map[string]any{}
	switch value := value.(type) {
	case map[string]any:
		inside = value
	case []any:
		if len(value) > 0 {
			inside["[]"] = value[0]
		}
	}
	if len(inside) == 0 {
		into[at] = true
	}
	for name, below := range inside {
		outline(path.Join(at, strings.ReplaceAll(name, "/", "|")), below, into)
	}
}

// under tells whether a path is the field, or below one that ends in *; an object that is empty, or null, has nothing below.
func under(field, name string) bool {
	parts, names := strings.Split(field, "/"), strings.Split(name, "/")
	for i, part := range parts {
		switch {
		case i == len(names):
			return part == "*"
		case part != "*" && part != names[i]:
			return false
		}
	}
	return len(names) == len(parts) || parts[len(parts)-1] == "*"
}

// A field that no page shows is noticed, and one that is missing: the check above can fail.
func TestDocumentedOutline(t *testing.T) {
	have := map[string]bool{}
	outline("", decodeEvent(t, []byte(`{"a":{"b":[{"c":1}]},"d":{},"e":null}`)), have)
	if got := fmt.Sprint(slices.Sorted(maps.Keys(have))); got != "[a/b/[]/c d e]" {
		t.Errorf("got %s", got)
	}
	for field, want := range map[string]string{"a/b/[]/c": "a/b/[]/c", "a/*": "a/b/[]/c", "d/*": "d", "*": "e"} {
		if !under(field, want) {
			t.Errorf("%s is not under %s", want, field)
		}
	}
	if under("a/b", "a/b/[]/c") || under("a/b/[]/c", "a/b") || under("d", "e") {
		t.Error("something is under what it is not")
	}
}
