package policy

// Permission is an AddPermission request: who may invoke the function. Its file is given to the AWS CLI as
// aws lambda add-permission --cli-input-json file://...
// https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
type Permission struct {
	FunctionName          string
	StatementID           string `json:"StatementId"` // letters, digits, - and _
	Action                string
	Principal             string
	SourceArn             string `json:",omitempty"`
	SourceAccount         string `json:",omitempty"`
	EventSourceToken      string `json:",omitempty"`
	PrincipalOrgID        string `json:",omitempty"`
	FunctionURLAuthType   string `json:"FunctionUrlAuthType,omitempty"`
	InvokedViaFunctionURL bool   `json:"InvokedViaFunctionUrl,omitempty"`

	// Why says in words who may invoke. It is not part of the request.
	Why string `json:"-"`
}
