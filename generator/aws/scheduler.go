package aws

import "strings"

// https://docs.aws.amazon.com/lambda/latest/dg/with-eventbridge-scheduler.html
func eventbridgeScheduler() *Trigger {
	return &Trigger{
		ID:       "eventbridge-scheduler",
		Title:    "EventBridge Scheduler",
		Sentence: "a one-time or recurring schedule, which sends an input of its own",
		Model:    Role,
		Doc:      "https://docs.aws.amazon.com/lambda/latest/dg/with-eventbridge-scheduler.html",
		Params: []Param{
			{
				Name: "schedule", Ask: "Schedule", Help: "rate(...), cron(...) or at(2027-01-02T03:04:05)",
				Type: Text, Default: "rate(1 day)", Max: 256, Refuse: refuseScheduler, Example: "cron(0 8 ? * MON-FRI *)",
			},
			{
				Name: "timezone", Ask: "Time zone", Help: "the time zone of cron and at, Europe/Berlin for example",
				Type: Text, Default: "UTC", Pattern: `[A-Za-z0-9_+/-]{1,50}`, Want: "a name like Europe/Berlin", Example: "Europe/Berlin",
			},
			{
				Name: "schedule-group", Ask: "Schedule group", Help: "the group of the schedule",
				Type: Text, Default: "default", Pattern: `[A-Za-z0-9_.-]{1,64}`, Want: "1 to 64 letters, digits and _ . -",
			},
			{
				Name: "input", Ask: "Input", Help: "the keys that the schedule sends, as a JSON object",
				Type: Object, Default: "{}", Example: `{"key1":"nightly"}`,
			},
		},
		Caller: &Caller{
			Principal: "scheduler.amazonaws.com", SourceAccount: true,
			SourceArn: "arn:{partition}:scheduler:{region}:{account}:schedule-group/{schedule-group}",
			Why:       "EventBridge Scheduler invokes the function with a role of its own, which only schedules of the group {schedule-group} may take on; a permission on the function would do nothing",
		},
		Event: sentEvent,
		Reply: Reply{Kind: Ignore, Why: "Scheduler takes no answer; when it cannot deliver, it tries again for a day"},
		Create: `{
  "{@OwnSchedule}": {
    "Type": "AWS::Scheduler::Schedule",
    "Properties": {
      "GroupName": "{schedule-group}",
      "ScheduleExpression": "{schedule}",
      "ScheduleExpressionTimezone": "{timezone}",
      "FlexibleTimeWindow": {"Mode": "OFF"},
      "Target": {"Arn": "{@Function.Arn}", "RoleArn": "{@OwnCallerRole.Arn}", "Input": "{input|text}"}
    }
  }
}`,
		Wire: []string{
			"aws scheduler create-schedule --name {named} --group-name {schedule-group} --schedule-expression '{schedule}' --schedule-expression-timezone {timezone} --flexible-time-window Mode=OFF --target file://target.json",
		},
		Config: `{
  "Arn": "arn:{partition}:lambda:{region}:{account}:function:{function}",
  "RoleArn": "arn:{partition}:iam::{account}:role/{caller-role}",
  "Input": "{input|text}"
}`,
		Caution: "target.json must hold this",
		Note:    "a schedule without an input sends an event whose fields AWS does not name, so the input is always given",
	}
}

// refuseScheduler knows the expressions of Scheduler: those of rules, and at(...).
// https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
func refuseScheduler(text string) string {
	if at, ok := strings.CutPrefix(text, "at("); ok {
		if matches(`\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\)`, at) {
			return ""
		}
		return "want a time like at(2027-01-02T03:04:05)"
	}
	return refuseSchedule(text)
}
