package aws

// https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html
func codeDeployHook() *Trigger {
	return &Trigger{
		ID:       "codedeploy-hook",
		Title:    "CodeDeploy lifecycle hook",
		Sentence: "a step of a deployment to Lambda or ECS, which waits until the function has reported",
		Model:    Role,
		Doc:      "https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html",
		// https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeploymentGroup.html
		Params: []Param{
			{
				Name: "application", Ask: "Application", Help: "name of the CodeDeploy application, to whose deployment groups the report is then limited",
				Type: Text, Pattern: `[A-Za-z0-9+=,.@_-]{1,100}`, Want: "1 to 100 letters, digits and + = , . @ _ -", Example: "orders",
			},
			{
				Name: "deployment-group", Ask: "Deployment group", Help: "name of the application's deployment group; without it each of them",
				Type: Text, Pattern: `[A-Za-z0-9+=,.@_-]{1,100}`, Want: "1 to 100 letters, digits and + = , . @ _ -", Example: "live",
			},
		},
		Refuse: func(given func(name string) string) (param, why string) {
			if given("deployment-group") != "" && given("application") == "" {
				return "deployment-group", "want the application too"
			}
			return "", ""
		},
		// https://docs.aws.amazon.com/codedeploy/latest/userguide/getting-started-create-service-role.html
		Caller: &Caller{
			Principal: "codedeploy.amazonaws.com",
			Why:       "CodeDeploy invokes the function with the service role of the deployment group: this one, or one that has its policy beside what it needs to deploy",
		},
		Grants: []Statement{
			{
				Sid: "ReportHook", Without: "application",
				Actions:   []string{"codedeploy:PutLifecycleEventHookExecutionStatus"},
				Resources: []string{"*"},
				Why:       "trigger {trigger}: the function reports what became of the hook; AWS's reference names no resource for this action, so only * works for certain; give the trigger its application to limit it as AWS's examples do",
			},
			// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/automating-updates-to-serverless-apps.html
			{
				Sid: "ReportHook", Needs: "application", Without: "deployment-group",
				Actions:   []string{"codedeploy:PutLifecycleEventHookExecutionStatus"},
				Resources: []string{"arn:{partition}:codedeploy:{region}:{account}:deploymentgroup:{application}/*"},
				Why:       "trigger {trigger}: the function reports what became of the hook to deployments of {application}; " + hookResource,
			},
			{
				Sid: "ReportHook", Needs: "deployment-group",
				Actions:   []string{"codedeploy:PutLifecycleEventHookExecutionStatus"},
				Resources: []string{"arn:{partition}:codedeploy:{region}:{account}:deploymentgroup:{application}/{deployment-group}"},
				Why:       "trigger {trigger}: the function reports what became of the hook to deployments of {application}/{deployment-group}; " + hookResource,
			},
		},
		Event: Event{
			Marks: []Mark{{Path: Path{"LifecycleEventHookExecutionId"}, Test: Exists}, {Path: Path{"DeploymentId"}, Test: Exists}},
			Facts: []Fact{
				{Name: "deploymentId", Path: Path{"DeploymentId"}, Why: "id of the deployment", Log: true},
				{Name: "executionId", Path: Path{"LifecycleEventHookExecutionId"}, Why: "id of the hook's execution"},
			},
			Sample: `{
  "DeploymentId": "d-ABCDEF",
  "LifecycleEventHookExecutionId": "eyJlbmNyeXB0ZWREYXRhIjoiRVhBTVBMRSJ9"
}`,
		},
		// https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_PutLifecycleEventHookExecutionStatus.html
		Reply: Reply{
			Kind: Reported,
			Report: &Report{
				Service: Service{ID: "CodeDeploy", CLI: "codedeploy"},
				Done: Call{
					Operation: "PutLifecycleEventHookExecutionStatus",
					Input:     `{"deploymentId": "{event/DeploymentId}", "lifecycleEventHookExecutionId": "{event/LifecycleEventHookExecutionId}", "status": "Succeeded"}`,
				},
				Failed: &Call{
					Operation: "PutLifecycleEventHookExecutionStatus",
					Input:     `{"deploymentId": "{event/DeploymentId}", "lifecycleEventHookExecutionId": "{event/LifecycleEventHookExecutionId}", "status": "Failed"}`,
				},
			},
			Why: "CodeDeploy takes no answer: the function reports that the hook has succeeded, or where the handler fails that it has failed, and CodeDeploy then rolls back",
		},
		Caution: "the managed policy AWSCodeDeployRoleForLambda lets CodeDeploy invoke only functions whose names begin with CodeDeployHook_; another name needs the policy of caller-policy.{trigger}.json",
		Wire: []string{
			"# in the AppSpec file of the deployment: Hooks: [{BeforeAllowTraffic: arn:{partition}:lambda:{region}:{account}:function:{function}}]",
		},
	}
}

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscodedeploy.html
const hookResource = "AWS's reference names no resource of this action, while the policies of SAM and CDK limit it to the deployment group"
