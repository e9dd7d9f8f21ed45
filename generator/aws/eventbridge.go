package aws

import "strings"

// Rules of EventBridge. Their permission must not name the account: SourceAccount keeps EventBridge from invoking.
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-troubleshooting.html

var ruleParam = Param{
	Name: "rule", Ask: "Name of an existing rule", Help: "the rule exists and has this name; without it the template creates one",
	Type: Text, Pattern: `[A-Za-z0-9_.-]{1,64}`, Want: "1 to 64 letters, digits and _ . -", Example: "orders", Placeholder: "RULE", Identifies: true,
}

func eventbridgeRule() *Trigger {
	return &Trigger{
		ID:       "eventbridge-rule",
		Title:    "EventBridge rule",
		Sentence: "events of a bus that match a pattern",
		Model:    Push,
		Doc:      "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rules.html",
		Params: []Param{
			ruleParam,
			{
				Name: "bus", Ask: "Event bus", Help: "name of the bus",
				Type: Text, Default: "default", Pattern: `[A-Za-z0-9_./-]{1,256}`, Want: "1 to 256 letters, digits and _ . - /", Example: "shop",
			},
			{
				Name: "source", Ask: "Source of the events", Help: "what sends them, aws.ec2 or a name of your own",
				Type: Text, Default: "{function}", Pattern: `[A-Za-z0-9_.-]{1,256}`, Want: "1 to 256 letters, digits and _ . -", Example: "shop.orders",
			},
			{
				Name: "detail-type", Ask: "Detail type of the events", Help: "their kind; without it all kinds of the source",
				Type: Text, Max: 128, Example: "Order Placed",
			},
			{
				Name: "detail", Ask: "Pattern of the detail", Help: "what the detail of an event must match, as a JSON object",
				Type: Object, Example: `{"state":["open"]}`,
			},
		},
		Invoke: []Permission{{
			Principal: "events.amazonaws.com",
			SourceArn: "arn:{partition}:events:{region}:{account}:rule/{bus|bus}{rule}",
			Why:       "EventBridge may invoke the function for the rule {rule} of the bus {bus}; this permission covers no other",
		}},
		Wakes: ruleWakes(),
		Event: Event{
			Marks: []Mark{
				{Path: Path{"detail-type"}, Test: Exists},
				{Path: Path{"detail-type"}, Test: Lacks, Value: "Scheduled Event"},
				{Path: Path{"detail-type"}, Test: Is, Value: "{detail-type}", Apart: true},
				{Path: Path{"source"}, Test: Is, Value: "{source}", Apart: true},
			},
			Keys: []Place{{Path: Path{"detail"}}},
			Facts: []Fact{
				{Name: "id", Path: Path{"id"}, Why: "id of the event"},
				{Name: "from", Path: Path{"source"}, Why: "what sent the event"},
				{Name: "detailType", Path: Path{"detail-type"}, Why: "kind of the event"},
			},
			Sample: `{
  "version": "0",
  "id": "53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa",
  "detail-type": "{detail-type|sample}",
  "source": "{source}",
  "account": "{account|sample}",
  "time": "2026-01-02T03:04:05Z",
  "region": "{region|sample}",
  "resources": [],
  "detail": "{keys}"
}`,
		},
		Reply:     Reply{Kind: Ignore, Why: "EventBridge takes no answer; when the handler fails, Lambda tries the event twice more"},
		CreatedAs: "{unique}",
		Create: `{
  "{@OwnRule}": {
    "Type": "AWS::Events::Rule",
    "Properties": {
      "Name": "{unique}",
      "EventBusName": "{bus}",
      "EventPattern": {"source": ["{source}"], "detail-type?": ["{detail-type}"], "detail?": "{detail}"},
      "Targets": [{"Id": "Function", "Arn": "{@Function.Arn}"}]
    }
  }
}`,
		Wire: []string{
			"aws events put-targets --rule {rule} --event-bus-name {bus} --targets Id=Function,Arn=arn:{partition}:lambda:{region}:{account}:function:{function}",
		},
		Types: []Type{{"go", "EventBridgeEvent"}, {"typescript", "EventBridgeEvent<string, Record<string, unknown>>"}},
	}
}

// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-run-lambda-schedule.html
func eventbridgeSchedule() *Trigger {
	return &Trigger{
		ID:       "eventbridge-schedule",
		Title:    "EventBridge scheduled rule",
		Sentence: "a rate or cron expression of a rule on the default bus",
		Model:    Push,
		Doc:      "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-run-lambda-schedule.html",
		Params: []Param{
			ruleParam,
			{
				Name: "schedule", Ask: "Schedule", Help: "rate(...) or cron(...) in UTC",
				Type: Text, Default: "rate(1 day)", Max: 256, Refuse: refuseSchedule, Example: "cron(0 8 ? * MON-FRI *)",
			},
		},
		Invoke: []Permission{{
			Principal: "events.amazonaws.com",
			SourceArn: "arn:{partition}:events:{region}:{account}:rule/{rule}",
			Why:       "EventBridge may invoke the function for the scheduled rule {rule}; this permission covers no other",
		}},
		Event: Event{
			Marks: []Mark{
				{Path: Path{"detail-type"}, Test: Is, Value: "Scheduled Event"},
				{Path: Path{"resources", First, Resource}, Test: Is, Value: "{rule}", Apart: true, Environment: true},
			},
			Facts: []Fact{
				{Name: "time", Path: Path{"time"}, Why: "when the rule fired", Log: true},
				{Name: "rule", Path: Path{"resources", First, Resource}, Why: "name of the rule", Log: true},
			},
			Sample: `{
  "version": "0",
  "id": "53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa",
  "detail-type": "Scheduled Event",
  "source": "aws.events",
  "account": "{account|sample}",
  "time": "2026-01-02T03:04:05Z",
  "region": "{region|sample}",
  "resources": ["arn:{partition|sample}:events:{region|sample}:{account|sample}:rule/{rule|sample}"],
  "detail": {}
}`,
		},
		Reply:     Reply{Kind: Ignore, Why: "EventBridge takes no answer; when the handler fails, Lambda tries the event twice more"},
		CreatedAs: "{unique}",
		Create: `{
  "{@OwnRule}": {
    "Type": "AWS::Events::Rule",
    "Properties": {
      "Name": "{unique}",
      "ScheduleExpression": "{schedule}",
      "Targets": [{"Id": "Function", "Arn": "{@Function.Arn}"}]
    }
  }
}`,
		Wire: []string{
			"aws events put-rule --name {rule} --schedule-expression '{schedule}'",
			"aws events put-targets --rule {rule} --targets Id=Function,Arn=arn:{partition}:lambda:{region}:{account}:function:{function}",
		},
		Caution: "a target with a constant Input sends that JSON instead of the event: it is then a direct invocation with these keys",
		Types:   []Type{{"go", "EventBridgeEvent"}, {"typescript", "ScheduledEvent"}},
	}
}

// refuseSchedule knows how rate and cron expressions are written.
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
func refuseSchedule(text string) string {
	inside, isRate := strings.CutPrefix(text, "rate(")
	if isRate && strings.HasSuffix(inside, ")") {
		inside = strings.TrimSuffix(inside, ")")
		if inside == "1 minute" || inside == "1 hour" || inside == "1 day" {
			return ""
		}
		if matches(`[1-9]\d{0,8} (minutes|hours|days)`, inside) && !strings.HasPrefix(inside, "1 ") {
			return ""
		}
		return "want a rate like rate(1 hour) or rate(5 minutes)"
	}
	inside, isCron := strings.CutPrefix(text, "cron(")
	if !isCron || !strings.HasSuffix(inside, ")") {
		return "want rate(...) or cron(...)"
	}
	fields := strings.Fields(strings.TrimSuffix(inside, ")"))
	if len(fields) != 6 {
		return "want six fields: minutes, hours, day of month, month, day of week, year"
	}
	for _, field := range fields {
		if !matches(`[A-Z0-9*?,/#-]+`, field) {
			return "want fields of digits, capitals and * ? , / # -"
		}
	}
	if (fields[2] == "?") == (fields[4] == "?") {
		return "want ? for the day of month or the day of week, and not for both"
	}
	return ""
}
