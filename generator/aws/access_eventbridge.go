package aws

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html
func eventbridgeAccess() *Access {
	return &Access{
		ID:       "eventbridge",
		Title:    "EventBridge",
		Sentence: "put events onto a bus",
		Doc:      "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-identity-based.html",
		Params: []Param{{
			Name: "bus", Ask: "Event bus", Help: "name of the event bus",
			Type: Text, Default: "default", Pattern: `[A-Za-z0-9._/-]{1,256}`, Want: "1 to 256 letters, digits and . - _ /", Example: "orders",
		}},
		Statements: []Statement{{
			Sid:       "PutEvents",
			Actions:   []string{"events:PutEvents"},
			Resources: []string{"arn:{partition}:events:{region}:{account}:event-bus/{bus}"},
			Why:       "access eventbridge: the function puts events onto the bus {bus}",
		}},
	}
}
