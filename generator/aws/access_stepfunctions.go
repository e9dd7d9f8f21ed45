package aws

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsstepfunctions.html
func stepFunctionsAccess() *Access {
	return &Access{
		ID:       "step-functions",
		Title:    "Step Functions",
		Sentence: "start executions of a state machine, look at them, or report on a task",
		Doc:      "https://docs.aws.amazon.com/step-functions/latest/dg/concept-create-iam-advanced.html",
		Params: []Param{
			{
				Name: "machine", Ask: "State machine", Help: "name of the state machine",
				Type: Text, Pattern: `[A-Za-z0-9_-]{1,80}`, Want: "1 to 80 letters, digits, - and _", Example: "fulfil-order", Placeholder: "STATE_MACHINE",
			},
			{
				Name: "alias", Ask: "Alias or version", Help: "alias or version by which the state machine is started, where it is not started by its name alone",
				Type: Text, Pattern: `[A-Za-z0-9_.-]{1,80}`, Want: "1 to 80 letters, digits and _ . -", Example: "live",
			},
			{
				Name: "mode", Ask: "Mode", Help: "start executions, look at them and stop them; sync waits for one of an express machine; read looks at executions; report sends the results of tasks that wait for a token",
				Type: Text, Default: "start", Enum: []string{"start", "sync", Read, "report"},
			},
		},
		Statements: []Statement{
			{
				Sid: "StartExecutions", Modes: []string{"start"},
				Actions:   []string{"states:StartExecution"},
				Resources: []string{machineARN},
				Why:       "access step-functions: the function starts executions of {machine}{alias|after::}",
			},
			{
				Sid: "FollowExecutions", Modes: []string{"start"},
				Actions:   []string{"states:DescribeExecution", "states:StopExecution"},
				Resources: []string{"arn:{partition}:states:{region}:{account}:execution:{machine}:*"},
				Why:       "access step-functions: the function asks what became of executions of {machine}, or stops them; IAM cannot tell those that others have started",
			},
			{
				Sid: "RunExecutions", Modes: []string{"sync"},
				Actions:   []string{"states:StartSyncExecution"},
				Resources: []string{machineARN},
				Why:       "access step-functions: the function runs executions of the express machine {machine}{alias|after::} and waits for them",
			},
			{
				Sid: "ListExecutions", Modes: []string{Read},
				Actions:   []string{"states:ListExecutions"},
				Resources: []string{machineARN},
				Why:       "access step-functions: the function lists executions of {machine}",
			},
			{
				Sid: "ReadExecutions", Modes: []string{Read},
				Actions:   []string{"states:DescribeExecution", "states:GetExecutionHistory"},
				Resources: []string{"arn:{partition}:states:{region}:{account}:execution:{machine}:*"},
				Why:       "access step-functions: the function looks at executions of {machine}",
			},
			{
				Sid: "ReportTasks", Modes: []string{"report"},
				Actions:   []string{"states:SendTaskFailure", "states:SendTaskHeartbeat", "states:SendTaskSuccess"},
				Resources: []string{"*"},
				Why:       "access step-functions: the function reports on tasks of {machine}; IAM knows no resource for these actions, so only * works, and the task's token is what limits them",
			},
		},
	}
}

// The ARN of a machine alone stands for none of its aliases and versions.
// https://docs.aws.amazon.com/step-functions/latest/dg/concept-create-iam-advanced.html
const machineARN = "arn:{partition}:states:{region}:{account}:stateMachine:{machine}{alias|after::}"
