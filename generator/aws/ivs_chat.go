package aws

// https://docs.aws.amazon.com/ivs/latest/ChatUserGuide/chat-message-review-handler.html
func ivsChat() *Trigger {
	return &Trigger{
		ID:       "ivs-chat",
		Title:    "IVS Chat message review",
		Sentence: "each message of a chat room, before it is delivered",
		Model:    Push,
		Doc:      "https://docs.aws.amazon.com/ivs/latest/ChatUserGuide/chat-message-review-handler.html",
		Params: []Param{{
			Name: "room", Ask: "Id of the room", Help: "an existing chat room",
			Type: Text, Pattern: `[A-Za-z0-9-]{1,64}`, Want: "1 to 64 letters, digits and -", Example: "AbCdEfGhIjKl", Placeholder: "ROOM_ID", Identifies: true,
		}},
		Invoke: []Permission{{
			Principal:     "ivschat.amazonaws.com",
			SourceArn:     "arn:{partition}:ivschat:{region}:{account}:room/{room}",
			SourceAccount: true,
			Why:           "IVS Chat may invoke the function for the room {room}; this permission covers no other",
		}},
		Event: Event{
			Marks: []Mark{
				{Path: Path{"RoomArn"}, Test: Exists},
				{Path: Path{"MessageId"}, Test: Exists},
				{Path: Path{"RoomArn", Resource}, Test: Is, Value: "{room}", Apart: true, Environment: true},
			},
			Keys: []Place{{Path: Path{"Attributes"}, Text: true}},
			Facts: []Fact{
				{Name: "content", Path: Path{"Content"}, Why: "text of the message"},
				{Name: "messageId", Path: Path{"MessageId"}, Why: "id of the message"},
				{Name: "user", Path: Path{"Sender", "UserId"}, Why: "id of the sender"},
			},
			Sample: `{
  "Content": "hello",
  "MessageId": "OFjQ3fZKZQIp",
  "RoomArn": "arn:{partition|sample}:ivschat:{region|sample}:{account|sample}:room/{room|sample}",
  "Attributes": {"{texts}": "{keys}"},
  "Sender": {"Attributes": {"displayName": "Jane"}, "UserId": "jane", "Ip": "192.0.2.1"}
}`,
		},
		Reply: Reply{
			Kind:  Shaped,
			Shape: `{"ReviewResult": "{result|ALLOW:DENY}", "Content": "{event/Content}", "Attributes": "{event/Attributes}"}`,
			Why:   "true delivers the message as it is, another value keeps it back, and an object is the answer as it is, with another Content for example",
		},
		CreatedAs: "{@OwnRoom.Id}",
		Create: `{
  "{@OwnRoom}": {
    "Type": "AWS::IVSChat::Room",
    "Properties": {"MessageReviewHandler": {"FallbackResult": "DENY", "Uri": "{@Function.Arn}"}}
  }
}`,
		Outputs: `{"{@OwnRoomARN}": {"Value": "{@OwnRoom}"}}`,
		Wire: []string{
			"aws ivschat update-room --identifier arn:{partition}:ivschat:{region}:{account}:room/{room} --message-review-handler uri=arn:{partition}:lambda:{region}:{account}:function:{function},fallbackResult=DENY",
		},
		Caution: "with fallbackResult=DENY a message is kept back where the function fails; without it IVS Chat delivers such messages",
	}
}
