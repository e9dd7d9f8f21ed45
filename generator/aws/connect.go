package aws

// https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html
func connectFlow() *Trigger {
	return &Trigger{
		ID:       "connect",
		Title:    "Amazon Connect flow",
		Sentence: "a block of a flow, which waits for the answer",
		Model:    Push,
		Doc:      "https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html",
		Params: []Param{{
			Name: "instance", Ask: "Id of the instance", Help: "an existing Amazon Connect instance",
			Type: Text, Pattern: `[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`, Want: "an id like 12345678-1234-1234-1234-123456789012",
			Example: "12345678-1234-1234-1234-123456789012", Placeholder: "CONNECT_INSTANCE_ID", Identifies: true,
		}},
		Invoke: []Permission{{
			Principal:     "connect.amazonaws.com",
			SourceArn:     "arn:{partition}:connect:{region}:{account}:instance/{instance}",
			SourceAccount: true,
			Why:           "Amazon Connect may invoke the function for the instance {instance}; this permission covers no other",
		}},
		Event: Event{
			Marks: []Mark{
				{Path: Path{"Name"}, Test: Is, Value: "ContactFlowEvent"},
				{Path: Path{"Details", "ContactData"}, Test: Exists},
				{Path: Path{"Details", "ContactData", "InstanceARN", Resource}, Test: Is, Value: "{instance}", Apart: true, Environment: true},
			},
			Keys: []Place{
				{Path: Path{"Details", "Parameters"}, Text: true},
				{Path: Path{"Details", "ContactData", "Attributes"}, Text: true},
			},
			Facts: []Fact{
				{Name: "contactId", Path: Path{"Details", "ContactData", "ContactId"}, Why: "id of the contact"},
				{Name: "channel", Path: Path{"Details", "ContactData", "Channel"}, Why: "VOICE, CHAT or another"},
				{Name: "attributes", Path: Path{"Details", "ContactData", "Attributes"}, Why: "attributes of the contact"},
			},
			Sample: `{
  "Details": {
    "ContactData": {
      "Attributes": {},
      "Channel": "VOICE",
      "ContactId": "5ca32fbd-8f92-46af-92a5-6b0f970f0efe",
      "CustomerEndpoint": {"Address": "+15550100", "Type": "TELEPHONE_NUMBER"},
      "InitialContactId": "5ca32fbd-8f92-46af-92a5-6b0f970f0efe",
      "InitiationMethod": "INBOUND",
      "InstanceARN": "arn:{partition|sample}:connect:{region|sample}:{account|sample}:instance/{instance|sample}",
      "PreviousContactId": "5ca32fbd-8f92-46af-92a5-6b0f970f0efe",
      "Queue": null,
      "SystemEndpoint": {"Address": "+15550101", "Type": "TELEPHONE_NUMBER"}
    },
    "Parameters": {"{texts}": "{keys}"}
  },
  "Name": "ContactFlowEvent"
}`,
		},
		Reply: Reply{
			Kind: Shaped, Shape: `{"result": "{result|text}"}`,
			Why: "the flow reads the members of the answer, which must come within eight seconds: those of an object that the handler returns, and of another value result. They have to be strings, unless the block expects JSON",
		},
		Wire: []string{
			"aws connect associate-lambda-function --instance-id {instance} --function-arn arn:{partition}:lambda:{region}:{account}:function:{function}",
		},
		Types: []Type{{"go", "ConnectEvent"}, {"typescript", "ConnectContactFlowEvent"}},
	}
}
