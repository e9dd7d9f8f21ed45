package aws

// https://docs.aws.amazon.com/config/latest/developerguide/evaluate-config_develop-rules_lambda-functions.html
func configRule() *Trigger {
	return &Trigger{
		ID:       "config-rule",
		Title:    "AWS Config rule",
		Sentence: "a custom rule that evaluates resources, on a schedule or when one changes",
		Model:    Push,
		Doc:      "https://docs.aws.amazon.com/config/latest/developerguide/evaluate-config_develop-rules_lambda-functions.html",
		Params: []Param{{
			Name: "frequency", Ask: "How often", Help: "how often the created rule evaluates",
			Type: Text, Default: "TwentyFour_Hours", Enum: []string{"One_Hour", "Three_Hours", "Six_Hours", "Twelve_Hours", "TwentyFour_Hours"},
		}},
		Invoke: []Permission{{
			Principal: "config.amazonaws.com", SourceAccount: true,
			Why: "AWS Config may invoke the function for rules of the account {account}; a rule's ARN exists only after the permission must, so none is named",
		}},
		Grants: []Statement{{
			Sid:       "ReportCompliance",
			Actions:   []string{"config:PutEvaluations"},
			Resources: []string{"*"},
			Why:       "trigger {trigger}: the function reports what it found, an action that knows no resource, so only * works",
		}},
		Event: Event{
			Marks: []Mark{{Path: Path{"configRuleName"}, Test: Exists}, {Path: Path{"invokingEvent"}, Test: Exists}},
			Keys:  []Place{{Path: Path{"ruleParameters", Message}}},
			Facts: []Fact{
				{Name: "rule", Path: Path{"configRuleName"}, Why: "name of the rule"},
				{Name: "resultToken", Path: Path{"resultToken"}, Why: "goes back with PutEvaluations"},
				{Name: "invokingEvent", Path: Path{"invokingEvent", JSON}, Why: "what made the rule evaluate"},
			},
			Sample: `{
  "version": "1.0",
  "invokingEvent": {"{json}": {
    "awsAccountId": "{account|sample}",
    "notificationCreationTime": "2026-01-02T03:04:05.678Z",
    "messageType": "ScheduledNotification",
    "recordVersion": "1.0"
  }},
  "ruleParameters": {"{json}": "{keys}"},
  "resultToken": "myResultToken",
  "eventLeftScope": false,
  "executionRoleArn": "arn:{partition|sample}:iam::{account|sample}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig",
  "configRuleArn": "arn:{partition|sample}:config:{region|sample}:{account|sample}:config-rule/config-rule-0123456",
  "configRuleName": "{trigger}",
  "configRuleId": "config-rule-0123456",
  "accountId": "{account|sample}"
}`,
		},
		// https://docs.aws.amazon.com/config/latest/APIReference/API_PutEvaluations.html
		Reply: Reply{
			Kind: Reported,
			Report: &Report{
				Service: Service{ID: "Config Service", CLI: "config"},
				Done:    Call{Operation: "PutEvaluations", Input: `{"ResultToken": "{event/resultToken}", "Evaluations": []}`},
				Value: `{"Evaluations": [{
  "ComplianceResourceType": "{event/invokingEvent/json()/configurationItem?/resourceType or =AWS::::Account}",
  "ComplianceResourceId": "{event/invokingEvent/json()/configurationItem?/resourceId or event/accountId}",
  "ComplianceType": "{result|COMPLIANT:NON_COMPLIANT}",
  "OrderingTimestamp": "{event/invokingEvent/json()/notificationCreationTime|time}"
}]}`,
			},
			Why: "AWS Config takes no answer: the function reports with PutEvaluations. True says that the changed resource, or of a schedule the account, complies, and another value that it does not; an object such as one with Evaluations stands in the report, and nothing reports that nothing was evaluated",
		},
		Note: "a handler that fails reports nothing: Lambda tries the event twice more, and the rule keeps what was known before",
		Create: `{
  "{@OwnRule}": {
    "Type": "AWS::Config::ConfigRule",
    "DependsOn": "{@Permission}",
    "Properties": {
      "Source": {
        "Owner": "CUSTOM_LAMBDA",
        "SourceIdentifier": "{@Function.Arn}",
        "SourceDetails": [{"EventSource": "aws.config", "MessageType": "ScheduledNotification", "MaximumExecutionFrequency": "{frequency}"}]
      }
    }
  }
}`,
		Wire: []string{
			`aws configservice put-config-rule --config-rule '{"ConfigRuleName":"{function}-{trigger}","Source":{"Owner":"CUSTOM_LAMBDA","SourceIdentifier":"arn:{partition}:lambda:{region}:{account}:function:{function}","SourceDetails":[{"EventSource":"aws.config","MessageType":"ScheduledNotification","MaximumExecutionFrequency":"{frequency}"}]}}'`,
		},
		Types: []Type{{"go", "ConfigEvent"}},
	}
}
