package aws

// LogChoice is one way in which a function logs, as -l and the prompts offer it.
type LogChoice struct {
	ID, Title, Sentence, Doc string
	Params                   []Param
}

// LogChoices returns all choices of the catalogue, in the order in which people meet them.
func LogChoices() []*LogChoice {
	return []*LogChoice{&logGroup, &logText, &logJSON, &logTracing, &logNone}
}

// FindLogChoice returns the choice called id, nil where there is none.
func FindLogChoice(id string) *LogChoice {
	for _, c := range LogChoices() {
		if c.ID == id {
			return c
		}
	}
	return nil
}

// https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html
var logGroup = LogChoice{
	ID:       "cloudwatch",
	Title:    "CloudWatch Logs",
	Sentence: "where the logs go: the function's own group or another, and who creates it",
	Doc:      "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html",
	Params: []Param{
		{
			Name: "group", Ask: "Log group", Help: "name of the log group",
			Type: Text, Default: "/aws/lambda/{function}", Pattern: `[.\-_/#A-Za-z0-9]{1,512}`, Max: 512,
			Want: "1 to 512 letters, digits and . - _ / #", Example: "/apps/orders",
		},
		{
			Name: "create", Ask: "Declare the log group beforehand", Help: "true: the template or you create the group; false: the function may create it",
			Type: Boolean,
		},
		{
			// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
			Name: "retention", Ask: "Days to keep logs", Help: "days after which logs are deleted; needs create",
			Type: Integer, Enum: []string{
				"1", "3", "5", "7", "14", "30", "60", "90", "120", "150", "180", "365", "400", "545", "731", "1096", "1827",
				"2192", "2557", "2922", "3288", "3653",
			},
		},
	},
}

// https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html
const logFormatDoc = "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html"

var logText = LogChoice{
	ID: "text", Title: "Plain text", Sentence: "lines as the runtime writes them", Doc: logFormatDoc,
}

var logJSON = LogChoice{
	ID: "json", Title: "JSON", Sentence: "one JSON object a line, with levels", Doc: logFormatDoc,
	Params: []Param{{
		Name: "level", Ask: "Level", Help: "the lowest level that is kept",
		Type: Text, Default: "info", Enum: []string{"trace", "debug", "info", "warn", "error", "fatal"},
	}},
}

var logTracing = LogChoice{
	ID: "tracing", Title: "X-Ray tracing", Sentence: "active tracing: the function sends segments to X-Ray",
	Doc: "https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html",
}

var logNone = LogChoice{
	ID: "none", Title: "No logs", Sentence: "the function may write no logs; it runs all the same",
	Doc: "https://docs.aws.amazon.com/lambda/latest/dg/lambda-permissions.html",
}

// LogStatements returns what the execution role needs to write logs to {group}. With create the group exists beforehand.
//
// CreateLogGroup is authorised on the group itself, CreateLogStream and PutLogEvents on log-group:NAME:log-stream:STREAM,
// so that a bare group ARN denies them; error messages of AWS name the group in both forms for CreateLogGroup.
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html
func LogStatements(create bool) []Statement {
	const group = "arn:{partition}:logs:{region}:{account}:log-group:{group}"
	write := Statement{
		Sid:       "WriteLogs",
		Actions:   []string{"logs:CreateLogStream", "logs:PutLogEvents"},
		Resources: []string{group + ":*"},
		Why:       "logging: the function writes to the log group {group}",
	}
	if create {
		return []Statement{write}
	}
	return []Statement{{
		Sid:       "CreateLogGroup",
		Actions:   []string{"logs:CreateLogGroup"},
		Resources: []string{group, group + ":*"},
		Why:       "logging: the log group {group} is created at the first invocation",
	}, write}
}

// TraceStatement is what the execution role needs for active tracing. Both actions know no resource but *.
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsx-ray.html
var TraceStatement = Statement{
	Sid:       "Trace",
	Actions:   []string{"xray:PutTelemetryRecords", "xray:PutTraceSegments"},
	Resources: []string{"*"},
	Why:       "logging.tracing: X-Ray knows no resource for these two actions, so only * works",
}
