package aws

// https://docs.aws.amazon.com/lexv2/latest/dg/lambda.html
func lexV2() *Trigger {
	return &Trigger{
		ID:       "lex-v2",
		Title:    "Lex V2 bot",
		Sentence: "steps of a dialog with a bot, and what it is to carry out",
		Model:    Push,
		Doc:      "https://docs.aws.amazon.com/lexv2/latest/dg/lambda.html",
		Params: []Param{
			{
				Name: "bot", Ask: "Id of the bot", Help: "an existing bot",
				Type: Text, Pattern: `[0-9A-Z]{10}`, Want: "10 capital letters and digits", Example: "ABCDE12345", Placeholder: "BOT_ID", Identifies: true,
			},
			{
				Name: "alias", Ask: "Id of the bot's alias", Help: "TSTALIASID is the alias of the draft",
				Type: Text, Default: "TSTALIASID", Pattern: `[0-9A-Z]{10}`, Want: "10 capital letters and digits", Example: "TSTALIASID",
			},
		},
		Invoke: []Permission{{
			Principal:     "lexv2.amazonaws.com",
			SourceArn:     "arn:{partition}:lex:{region}:{account}:bot-alias/{bot}/{alias}",
			SourceAccount: true,
			Why:           "Lex may invoke the function for the alias {alias} of the bot {bot}; this permission covers no other",
		}},
		// https://docs.aws.amazon.com/lexv2/latest/dg/lambda-input-format.html
		Wakes: []Wake{{Actions: []string{"lex:RecognizeText", "lex:RecognizeUtterance", "lex:StartConversation"}, Resources: []string{"arn:{partition}:lex:{region}:{account}:bot-alias/{bot}/{alias}"}}},
		Event: Event{
			Marks: []Mark{
				{Path: Path{"sessionState", "intent"}, Test: Exists},
				{Path: Path{"interpretations"}, Test: Exists},
				{Path: Path{"bot", "id"}, Test: Is, Value: "{bot}", Apart: true, Environment: true},
				{Path: Path{"bot", "aliasId"}, Test: Is, Value: "{alias}", Apart: true},
			},
			Keys: []Place{
				{Path: Path{"sessionState", "intent", "slots", "*.value", "*.interpretedValue"}, Text: true},
				{Path: Path{"sessionState", "sessionAttributes"}, Text: true},
			},
			Facts: []Fact{
				{Name: "step", Path: Path{"invocationSource"}, Why: "DialogCodeHook or FulfillmentCodeHook"},
				{Name: "intent", Path: Path{"sessionState", "intent", "name"}, Why: "name of the intent"},
				{Name: "said", Path: Path{"inputTranscript"}, Why: "what was said or written"},
				{Name: "sessionId", Path: Path{"sessionId"}, Why: "id of the session"},
			},
			Sample: `{
  "messageVersion": "1.0",
  "invocationSource": "FulfillmentCodeHook",
  "inputMode": "Text",
  "responseContentType": "text/plain; charset=utf-8",
  "sessionId": "sample",
  "inputTranscript": "a sample",
  "bot": {"id": "{bot|sample}", "name": "Sample", "aliasId": "{alias}", "aliasName": "TestBotAlias", "localeId": "en_US", "version": "DRAFT"},
  "interpretations": [
    {"intent": {"name": "Sample", "slots": {"{lex-slots}": "{keys}"}, "state": "ReadyForFulfillment", "confirmationState": "None"}, "interpretationSource": "Lex"}
  ],
  "proposedNextState": {"dialogAction": {"type": "Close"}, "intent": {"name": "Sample", "state": "Fulfilled"}},
  "requestAttributes": {},
  "sessionState": {
    "activeContexts": [],
    "sessionAttributes": {},
    "intent": {"name": "Sample", "slots": {"{lex-slots}": "{keys}"}, "state": "ReadyForFulfillment", "confirmationState": "None"},
    "originatingRequestId": "a1b2c3d4-5678-90ab-cdef-111122223333"
  },
  "transcriptions": [{"transcription": "a sample", "transcriptionConfidence": 1, "resolvedContext": {"intent": "Sample"}, "resolvedSlots": {}}]
}`,
		},
		// https://docs.aws.amazon.com/lexv2/latest/dg/lambda-response-format.html
		Reply: Reply{
			Kind: Shaped,
			Shape: `{"sessionState": {"sessionAttributes": "{event/sessionState/sessionAttributes}", "dialogAction": {"type": "Close"},
  "intent": {"name": "{event/sessionState/intent/name}", "slots": "{event/sessionState/intent/slots}", "state": "Fulfilled"}},
  "messages": [{"contentType": "PlainText", "content": "{result|text}"}]}`,
			Nothing: `{"sessionState": {"sessionAttributes": "{event/sessionState/sessionAttributes}", "dialogAction": {"type": "Delegate"}, "intent": "{event/sessionState/intent}"}}`,
			Why:     "Lex says the value and the intent is fulfilled; nothing lets the bot go on with the dialog by itself, and an object is the answer as it is",
		},
		Note:  "a bot that asks the function at each step of its dialog (source.step is DialogCodeHook) ends the dialog with any text: let the handler return nothing there",
		Wire:  []string{"# in the Lex console: the function of the alias and its language is arn:{partition}:lambda:{region}:{account}:function:{function}"},
		Types: []Type{{"typescript", "LexV2Event"}},
	}
}
