package aws

// https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-invoke-lambda-function.html
func codePipeline() *Trigger {
	return &Trigger{
		ID:       "codepipeline",
		Title:    "CodePipeline action",
		Sentence: "an action of a pipeline, which waits until the function has reported",
		Model:    Role,
		Doc:      "https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-invoke-lambda-function.html",
		Params: []Param{{
			Name: "pipeline", Ask: "Name of the pipeline", Help: "an existing pipeline",
			Type: Text, Pattern: `[A-Za-z0-9.@_-]{1,100}`, Want: "1 to 100 letters, digits and . @ _ -", Example: "shop", Placeholder: "PIPELINE", Identifies: true,
		}},
		// https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-Lambda.html
		Caller: &Caller{
			Principal: "codepipeline.amazonaws.com", SourceAccount: true,
			SourceArn: "arn:{partition}:codepipeline:{region}:{account}:{pipeline}",
			Grants: []Statement{{
				Sid:       "ListFunctions",
				Actions:   []string{"lambda:ListFunctions"},
				Resources: []string{"*"},
				Why:       "trigger {trigger}: CodePipeline looks the function up, with an action that knows no resource, so only * works",
			}},
			Why: "CodePipeline invokes the function with the service role of the pipeline {pipeline}: this one, or one that has its policy beside what the other actions need",
		},
		Grants: []Statement{{
			Sid:       "ReportJob",
			Actions:   []string{"codepipeline:PutJobFailureResult", "codepipeline:PutJobSuccessResult"},
			Resources: []string{"*"},
			Why:       "trigger {trigger}: the function reports what became of the job, with actions that know no resource, so only * works",
		}},
		Wakes: []Wake{{Actions: []string{"codepipeline:StartPipelineExecution"}, Resources: []string{"arn:{partition}:codepipeline:{region}:{account}:{pipeline}"}}},
		Event: Event{
			Marks: []Mark{{Path: Path{"CodePipeline.job"}, Test: Exists}},
			Keys:  []Place{{Path: Path{"CodePipeline.job", "data", "actionConfiguration", "configuration", "UserParameters", Message}}},
			Facts: []Fact{
				{Name: "jobId", Path: Path{"CodePipeline.job", "id"}, Why: "id of the job"},
				{Name: "inputArtifacts", Path: Path{"CodePipeline.job", "data", "inputArtifacts"}, Why: "what the actions before made"},
				{Name: "continuationToken", Path: Path{"CodePipeline.job", "data", "continuationToken"}, Why: "what the function reported, where it asked to be invoked again", Types: maybeText},
			},
			Sample: `{
  "CodePipeline.job": {
    "id": "11111111-abcd-1111-abcd-111111abcdef",
    "accountId": "{account|sample}",
    "data": {
      "actionConfiguration": {
        "configuration": {"FunctionName": "{function}", "UserParameters": {"{json}": "{keys}"}}
      },
      "inputArtifacts": [
        {
          "location": {"s3Location": {"bucketName": "my-artifacts", "objectKey": "shop/source/a1b2c3d"}, "type": "S3"},
          "revision": null,
          "name": "source"
        }
      ],
      "outputArtifacts": [],
      "artifactCredentials": {
        "secretAccessKey": "EXAMPLEKEY",
        "sessionToken": "EXAMPLETOKEN",
        "accessKeyId": "ASIAEXAMPLE"
      }
    }
  }
}`,
		},
		// https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_PutJobSuccessResult.html
		Reply: Reply{
			Kind: Reported,
			Report: &Report{
				Service: Service{ID: "CodePipeline", CLI: "codepipeline"},
				Done:    Call{Operation: "PutJobSuccessResult", Input: `{"jobId": "{event/CodePipeline.job/id}"}`},
				Value:   `{"executionDetails": {"summary": "{result|text}"}}`,
				Failed: &Call{
					Operation: "PutJobFailureResult",
					Input:     `{"jobId": "{event/CodePipeline.job/id}", "failureDetails": {"type": "JobFailed", "message": "{error|short}"}}`,
				},
			},
			Why: "CodePipeline takes no answer: the function reports that the job has succeeded or failed, and an object that the handler returns stands in that report, outputVariables for example",
		},
		Wire: []string{
			"aws codepipeline get-pipeline --name {pipeline} # then update-pipeline with all of it, an action of category Invoke and provider Lambda, and FunctionName={function} in its configuration",
		},
		Caution: "update-pipeline replaces the whole pipeline",
		Types:   []Type{{"go", "CodePipelineJobEvent"}, {"typescript", "CodePipelineEvent"}},
	}
}
