package aws

// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-macros.html
func cloudformationMacro() *Trigger {
	return &Trigger{
		ID:       "cloudformation-macro",
		Title:    "CloudFormation macro",
		Sentence: "a template, or a part of one, that the function transforms",
		Model:    None,
		Doc:      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-macros-author.html",
		Params: []Param{{
			Name: "macro", Ask: "Name of the macro", Help: "the name by which templates call it, one for the account and region",
			Type: Text, Default: "{function}", Pattern: `[A-Za-z0-9_:-]{1,100}`, Want: "1 to 100 letters, digits and _ : -", Example: "Sample",
		}},
		Identity: "CloudFormation invokes the function with the permissions of whoever runs the stack: these must allow lambda:InvokeFunction on arn:{partition}:lambda:{region}:{account}:function:{function}, and a permission on the function would do nothing",
		Event: Event{
			Marks: []Mark{{Path: Path{"transformId"}, Test: Exists}, {Path: Path{"fragment"}, Test: Exists}},
			Keys:  []Place{{Path: Path{"params"}, Text: true}},
			Facts: []Fact{
				{Name: "fragment", Path: Path{"fragment"}, Why: "what is to be transformed"},
				{Name: "parameters", Path: Path{"templateParameterValues"}, Why: "values of the template's parameters"},
				{Name: "transformId", Path: Path{"transformId"}, Why: "account and name of the macro"},
			},
			Sample: `{
  "region": "{region|sample}",
  "accountId": "{account|sample}",
  "fragment": {"Topic": {"Type": "AWS::SNS::Topic"}},
  "transformId": "{account|sample}::{macro}",
  "params": {"{texts}": "{keys}"},
  "requestId": "a1b2c3d4-5678-90ab-cdef-111122223333",
  "templateParameterValues": {}
}`,
		},
		Reply: Reply{
			Kind: Shaped, Placed: true,
			Shape: `{"requestId": "{event/requestId}", "status": "success", "fragment": "{result|object or event/fragment}"}`,
			Why:   "an object that the handler returns stands in the template instead of what was there; another value leaves it as it is, and an error stops the stack",
		},
		Create: `{"{@OwnMacro}": {"Type": "AWS::CloudFormation::Macro", "Properties": {"Name": "{macro}", "FunctionName": "{@Function.Arn}"}}}`,
		Wire: []string{
			"# in a template of its own: {Type: AWS::CloudFormation::Macro, Properties: {Name: {macro}, FunctionName: arn:{partition}:lambda:{region}:{account}:function:{function}}}",
		},
	}
}
