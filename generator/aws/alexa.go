package aws

// Two kinds of Alexa skills. Alexa is outside of AWS: no ARN and no account tells one skill from another, but its id does.

// https://developer.amazon.com/en-US/docs/alexa/custom-skills/host-a-custom-skill-as-an-aws-lambda-function.html
func alexaSkill() *Trigger {
	return &Trigger{
		ID:       "alexa-skill",
		Title:    "Alexa skill",
		Sentence: "what somebody says to a custom skill",
		Model:    Push,
		Doc:      "https://developer.amazon.com/en-US/docs/alexa/custom-skills/host-a-custom-skill-as-an-aws-lambda-function.html",
		Params:   []Param{skillParam},
		Invoke: []Permission{{
			Principal: "alexa-appkit.amazon.com", EventSourceToken: "{skill}",
			Why: "Alexa may invoke the function for the skill {skill}; this permission covers no other",
		}},
		// https://developer.amazon.com/en-US/docs/alexa/custom-skills/request-and-response-json-reference.html
		Event: Event{
			Marks: []Mark{
				{Path: Path{"context", "System", "application", "applicationId"}, Test: Exists},
				{Path: Path{"request", "type"}, Test: Exists},
				{Path: Path{"context", "System", "application", "applicationId"}, Test: Is, Value: "{skill}", Apart: true, Environment: true},
			},
			Keys: []Place{{Path: Path{"request", "intent?", "slots", "*.value"}, Text: true}},
			Facts: []Fact{
				{Name: "requestType", Path: Path{"request", "type"}, Why: "LaunchRequest, IntentRequest or another"},
				{Name: "intent", Path: Path{"request", "intent?", "name"}, Why: "name of the intent, absent where there is none"},
				{Name: "user", Path: Path{"context", "System", "user", "userId"}, Why: "id of the user, one for each skill"},
			},
			Sample: `{
  "version": "1.0",
  "session": {
    "new": true,
    "sessionId": "amzn1.echo-api.session.sample",
    "application": {"applicationId": "{skill|sample}"},
    "attributes": {},
    "user": {"userId": "amzn1.ask.account.SAMPLE"}
  },
  "context": {
    "System": {
      "application": {"applicationId": "{skill|sample}"},
      "user": {"userId": "amzn1.ask.account.SAMPLE"},
      "apiEndpoint": "https://api.amazonalexa.com"
    }
  },
  "request": {
    "type": "IntentRequest",
    "requestId": "amzn1.echo-api.request.sample",
    "timestamp": "2026-01-02T03:04:05Z",
    "locale": "en-US",
    "intent": {"name": "SampleIntent", "confirmationStatus": "NONE", "slots": {"{slots}": "{keys}"}}
  }
}`,
		},
		Reply: Reply{
			Kind:  Shaped,
			Shape: `{"version": "1.0", "response": {"outputSpeech": {"type": "PlainText", "text": "{result|text}"}, "shouldEndSession": true}}`,
			Why:   "Alexa says the value and ends the session; an object is the answer as it is",
		},
		Note: "Alexa invokes functions in a few regions only: AWS names us-east-1, us-west-2, eu-west-1 and ap-northeast-1",
		Wire: []string{"# in the Alexa developer console: the skill's endpoint is arn:{partition}:lambda:{region}:{account}:function:{function}"},
	}
}

// https://developer.amazon.com/en-US/docs/alexa/smarthome/steps-to-build-a-smart-home-skill.html
func alexaSmartHome() *Trigger {
	return &Trigger{
		ID:       "alexa-smart-home",
		Title:    "Alexa Smart Home",
		Sentence: "directives to the devices of a smart home skill, in version 3 of the API",
		Model:    Push,
		Doc:      "https://developer.amazon.com/en-US/docs/alexa/smarthome/steps-to-build-a-smart-home-skill.html",
		Params:   []Param{skillParam},
		Invoke: []Permission{{
			Principal: "alexa-connectedhome.amazon.com", EventSourceToken: "{skill}",
			Why: "Alexa may invoke the function for the smart home skill {skill}; this permission covers no other",
		}},
		// https://developer.amazon.com/en-US/docs/alexa/device-apis/message-guide.html
		Event: Event{
			Marks: []Mark{{Path: Path{"directive", "header", "namespace"}, Test: Exists}},
			Facts: []Fact{
				{Name: "namespace", Path: Path{"directive", "header", "namespace"}, Why: "what the directive is about, Alexa.PowerController for example", Log: true},
				{Name: "directive", Path: Path{"directive", "header", "name"}, Why: "what is to be done, TurnOn for example", Log: true},
				{Name: "endpoint", Path: Path{"directive", "endpoint?", "endpointId"}, Why: "id of the device, absent in a discovery"},
				{Name: "payload", Path: Path{"directive", "payload"}, Why: "what the directive says more"},
			},
			Sample: `{
  "directive": {
    "header": {
      "namespace": "Alexa.PowerController",
      "name": "TurnOn",
      "messageId": "abc-123-def-456",
      "correlationToken": "dFMb0z+PgpgdDmluhJ1LddFvSqZ/jCc8ptlAKulUj90jSqg==",
      "payloadVersion": "3"
    },
    "endpoint": {
      "scope": {"type": "BearerToken", "token": "access-token-from-skill"},
      "endpointId": "endpoint-001",
      "cookie": {}
    },
    "payload": {}
  }
}`,
		},
		Reply: Reply{
			Kind: Shaped,
			Shape: `{"event": {"header": {"namespace": "Alexa", "name": "Response", "messageId": "{event/directive/header/messageId}",
  "correlationToken": "{event/directive/header/correlationToken}", "payloadVersion": "3"},
  "endpoint": {"endpointId": "{event/directive/endpoint?/endpointId}"}, "payload": {}}}`,
			Why: "Alexa is told that the directive was carried out; an object is the answer as it is, which a discovery and a report of the state need",
		},
		Note: "Alexa invokes functions in a few regions only: AWS names us-east-1, us-west-2, eu-west-1 and ap-northeast-1",
		Wire: []string{"# in the Alexa developer console: the skill's endpoint is arn:{partition}:lambda:{region}:{account}:function:{function}"},
	}
}

var skillParam = Param{
	Name: "skill", Ask: "Id of the skill", Help: "the id that the Alexa developer console shows",
	Type: Text, Pattern: `amzn1[.]ask[.]skill[.][0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`, Want: "an id like amzn1.ask.skill.12345678-1234-1234-1234-123456789012",
	Example: "amzn1.ask.skill.12345678-1234-1234-1234-123456789012", Placeholder: "SKILL_ID", Identifies: true,
}
