package aws

// https://docs.aws.amazon.com/codecommit/latest/userguide/how-to-notify-lambda.html
func codecommitTrigger() *Trigger {
	return &Trigger{
		ID:       "codecommit",
		Title:    "CodeCommit repository",
		Sentence: "pushes to a repository",
		Model:    Push,
		Doc:      "https://docs.aws.amazon.com/codecommit/latest/userguide/how-to-notify-lambda.html",
		Params: []Param{{
			Name: "repository", Ask: "Repository", Help: "name of an existing repository",
			Type: Text, Pattern: `[A-Za-z0-9_.-]{1,100}`, Want: "1 to 100 letters, digits and _ . -", Example: "shop", Placeholder: "REPOSITORY", Identifies: true,
		}},
		Invoke: []Permission{{
			Principal:     "codecommit.amazonaws.com",
			SourceArn:     "arn:{partition}:codecommit:{region}:{account}:{repository}",
			SourceAccount: true,
			Why:           "CodeCommit may invoke the function for the repository {repository}; this permission covers no other",
		}},
		Wakes: []Wake{{Actions: []string{"codecommit:CreateCommit", "codecommit:GitPush", "codecommit:PutFile", "codecommit:DeleteFile", "codecommit:CreateBranch", "codecommit:DeleteBranch"}, Resources: []string{"arn:{partition}:codecommit:{region}:{account}:{repository}"}}},
		Event: Event{
			Marks: []Mark{
				{Path: Path{"Records", First, "eventSource"}, Test: Is, Value: "aws:codecommit"},
				{Path: Path{"Records", First, "eventSourceARN", Resource}, Test: Is, Value: "{repository}", Apart: true, Environment: true},
			},
			Each: Path{"Records"},
			Keys: []Place{{Path: Path{"customData", Message}}},
			Facts: []Fact{
				{Name: "repository", Path: Path{"eventSourceARN", Resource}, Why: "name of the repository"},
				{Name: "references", Path: Path{"codecommit", "references"}, Types: []Type{{"typescript", `CodeCommitTrigger["codecommit"]["references"]`}}, Why: "branches and tags with their commits"},
			},
			Sample: `{
  "Records": [
    {
      "eventId": "5a824061-17ca-46a9-bbf9-114edeadbeef",
      "eventVersion": "1.0",
      "eventTime": "2026-01-12T03:04:05.678+0000",
      "eventTriggerName": "{trigger}",
      "eventPartNumber": 1,
      "codecommit": {"references": [{"commit": "5c4ef1049f1d27deadbeeff313e0730018be182b", "ref": "refs/heads/main"}]},
      "eventName": "TriggerEventTest",
      "eventTriggerConfigId": "5a824061-17ca-46a9-bbf9-114edeadbeef",
      "eventSourceARN": "arn:{partition|sample}:codecommit:{region|sample}:{account|sample}:{repository|sample}",
      "userIdentityARN": "arn:{partition|sample}:iam::{account|sample}:root",
      "eventSource": "aws:codecommit",
      "awsRegion": "{region|sample}",
      "customData": {"{json}": "{keys}"},
      "eventTotalParts": 1
    }
  ]
}`,
		},
		Reply: Reply{Kind: Ignore, Why: "CodeCommit takes no answer; when the handler fails, Lambda tries the event twice more"},
		Wire: []string{
			"aws codecommit get-repository-triggers --repository-name {repository}",
			"aws codecommit put-repository-triggers --repository-name {repository} --triggers file://triggers.json",
		},
		Config: `[{
  "name": "{trigger}",
  "destinationArn": "arn:{partition}:lambda:{region}:{account}:function:{function}",
  "branches": [],
  "events": ["all"]
}]`,
		Caution: "put-repository-triggers replaces all triggers of the repository: triggers.json must hold what get-repository-triggers prints, and this",
		Types:   []Type{{"go", "CodeCommitEvent"}, {"typescript", "CodeCommitTriggerEvent"}},
	}
}
