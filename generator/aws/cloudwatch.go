package aws

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html#LambdaFunctionExample
func cloudwatchLogs() *Trigger {
	return &Trigger{
		ID:       "cloudwatch-logs",
		Title:    "CloudWatch Logs subscription",
		Sentence: "lines of a log group that match a filter",
		Model:    Push,
		Doc:      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html",
		Params: []Param{
			{
				Name: "log-group", Ask: "Log group", Help: "name of the log group that is read, never the function's own",
				Type: Text, Pattern: `[.\-_/#A-Za-z0-9]{1,512}`, Max: 512, Want: "1 to 512 letters, digits and . - _ / #", Example: "/apps/orders", Placeholder: "SOURCE_LOG_GROUP", Identifies: true,
			},
		},
		Invoke: []Permission{{
			Principal:     "logs.amazonaws.com",
			SourceArn:     "arn:{partition}:logs:{region}:{account}:log-group:{log-group}:*",
			SourceAccount: true,
			Why:           "CloudWatch Logs may invoke the function for the log group {log-group}; this permission covers no other",
		}},
		Wakes: []Wake{{
			Actions:   []string{"logs:PutLogEvents"},
			Resources: []string{"arn:{partition}:logs:{region}:{account}:log-group:{log-group}:*"},
			Never:     "want another log group than the function's own: each line that it logs would invoke it again, without end",
		}},
		Event: Event{
			Marks:  []Mark{{Path: Path{"awslogs", "data"}, Test: Exists}},
			Unwrap: Path{"awslogs", "data", Gunzip, JSON},
			Types:  []Type{{"typescript", "CloudWatchLogsDecodedData"}},
			Probe:  []Mark{{Path: Path{"messageType"}, Test: Is, Value: "CONTROL_MESSAGE"}},
			Each:   Path{"logEvents"},
			Keys:   []Place{{Path: Path{"message", Message}}},
			Facts: []Fact{
				{Name: "logGroup", Path: Path{"logGroup"}, Outer: true, Why: "name of the log group"},
				{Name: "logStream", Path: Path{"logStream"}, Outer: true, Why: "name of the log stream"},
				{Name: "message", Path: Path{"message"}, Why: "the line itself"},
				{Name: "timestamp", Path: Path{"timestamp"}, Why: "when it was written, in milliseconds"},
			},
			Sample: `{
  "awslogs": {
    "data": {"{gzip}": {
      "messageType": "DATA_MESSAGE",
      "owner": "{account|sample}",
      "logGroup": "{log-group|sample}",
      "logStream": "2026/01/02/[$LATEST]0123456789abcdef0123456789abcdef",
      "subscriptionFilters": ["{trigger}"],
      "logEvents": [
        {"id": "31953106606966983378809025079804211143289615424298221568", "timestamp": 1767323045678, "message": {"{json}": "{keys}"}}
      ]
    }}
  }
}`,
		},
		Reply: Reply{Kind: Ignore, Why: "CloudWatch Logs takes no answer; when the handler fails, Lambda tries the lines twice more"},
		Wire: []string{
			"aws logs put-subscription-filter --log-group-name {log-group} --filter-name {trigger} --filter-pattern '' --destination-arn arn:{partition}:lambda:{region}:{account}:function:{function}",
		},
		Caution: "lines that are no JSON objects fail where the function has keys: let the filter pattern '{ $.level = * }' keep them out",
		Types:   []Type{{"go", "CloudwatchLogsEvent"}, {"typescript", "CloudWatchLogsEvent"}},
	}
}

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html
func cloudwatchAlarm() *Trigger {
	return &Trigger{
		ID:       "cloudwatch-alarm",
		Title:    "CloudWatch alarm",
		Sentence: "an alarm that changes its state",
		Model:    Push,
		Doc:      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html",
		Params: []Param{{
			Name: "alarm", Ask: "Name of the alarm", Help: "an existing alarm",
			Type: Text, Pattern: `[A-Za-z0-9 _.()/+-]{1,255}`, Max: 255, Want: "1 to 255 letters, digits, blanks and _ . ( ) / + -", Example: "too-slow", Placeholder: "ALARM", Identifies: true,
		}},
		Invoke: []Permission{{
			Principal:     "lambda.alarms.cloudwatch.amazonaws.com",
			SourceArn:     "arn:{partition}:cloudwatch:{region}:{account}:alarm:{alarm}",
			SourceAccount: true,
			Why:           "CloudWatch may invoke the function for the alarm {alarm}; this permission covers no other",
		}},
		Wakes: []Wake{{Actions: []string{"cloudwatch:SetAlarmState"}, Resources: []string{"arn:{partition}:cloudwatch:{region}:{account}:alarm:{alarm}"}}},
		Event: Event{
			Marks: []Mark{
				{Path: Path{"alarmData"}, Test: Exists},
				{Path: Path{"alarmData", "alarmName"}, Test: Is, Value: "{alarm}", Apart: true, Environment: true},
			},
			Facts: []Fact{
				{Name: "alarm", Path: Path{"alarmData", "alarmName"}, Why: "name of the alarm", Log: true},
				{Name: "state", Path: Path{"alarmData", "state", "value"}, Why: "ALARM, OK or INSUFFICIENT_DATA", Log: true},
				{Name: "reason", Path: Path{"alarmData", "state", "reason"}, Why: "why it has that state", Log: true},
			},
			Sample: `{
  "source": "aws.cloudwatch",
  "alarmArn": "arn:{partition|sample}:cloudwatch:{region|sample}:{account|sample}:alarm:{alarm|sample}",
  "accountId": "{account|sample}",
  "time": "2026-01-02T03:04:05.678+0000",
  "region": "{region|sample}",
  "alarmData": {
    "alarmName": "{alarm|sample}",
    "state": {
      "value": "ALARM",
      "reason": "Threshold Crossed: 1 datapoint [250.0] was greater than the threshold (100.0).",
      "timestamp": "2026-01-02T03:04:05.678+0000"
    },
    "previousState": {
      "value": "OK",
      "reason": "Threshold Crossed: 1 datapoint [50.0] was not greater than the threshold (100.0).",
      "timestamp": "2026-01-02T02:04:05.678+0000"
    },
    "configuration": {
      "metrics": [{
        "id": "m1",
        "metricStat": {"metric": {"namespace": "AWS/Lambda", "name": "Duration", "dimensions": {}}, "period": 300, "stat": "Average"},
        "returnData": true
      }]
    }
  }
}`,
		},
		Reply: Reply{Kind: Ignore, Why: "CloudWatch takes no answer; when the handler fails, Lambda tries the event twice more"},
		Wire: []string{
			"aws cloudwatch describe-alarms --alarm-names '{alarm}' # then put-metric-alarm with all of it and --alarm-actions arn:{partition}:lambda:{region}:{account}:function:{function}",
		},
		Caution: "put-metric-alarm replaces the whole alarm",
		Types:   []Type{{"typescript", "CloudWatchAlarmEvent"}},
	}
}
