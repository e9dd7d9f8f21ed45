package aws

// https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html
func codeDeployHook() *Trigger {
	return &Trigger{
		ID:       "codedeploy-hook",
		Title:    "CodeDeploy lifecycle hook",
		Sentence: "a step of a deployment to Lambda or ECS, which waits until the function has reported",
		Model:    Role,
		Doc:      "https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html",
		// https://docs.aws.amazon.com/codedeploy/latest/userguide/getting-started-create-service-role.html
		Caller: &Caller{
			Principal: "codedeploy.amazonaws.com",
			Why:       "CodeDeploy invokes the function with the service role of the deployment group: this one, or one that has its policy beside what it needs to deploy",
		},
		Grants: []Statement{{
			Sid:       "ReportHook",
			Actions:   []string{"codedeploy:PutLifecycleEventHookExecutionStatus"},
			Resources: []string{"*"},
			Why:       "trigger {trigger}: the function reports what became of the hook, with an action that knows no resource, so only * works",
		}},
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
