package policy

import "encoding/json"

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

// Document is the function's resource-based policy as far as the request makes it: what Lambda writes for it.
// https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
func (p Permission) Document(function string) (Document, error) {
	operators := map[string]map[string]string{}
	for _, line := range []struct{ operator, key, value string }{
		{"ArnLike", "AWS:SourceArn", p.SourceArn},
		{"StringEquals", "AWS:SourceAccount", p.SourceAccount},
		{"StringEquals", "lambda:EventSourceToken", p.EventSourceToken},
		{"StringEquals", "aws:PrincipalOrgID", p.PrincipalOrgID},
		{"StringEquals", "lambda:FunctionUrlAuthType", p.FunctionURLAuthType},
		{"Bool", "lambda:InvokedViaFunctionUrl", viaURL(p.InvokedViaFunctionURL)},
	} {
		if line.value == "" {
			continue
		}
		if operators[line.operator] == nil {
			operators[line.operator] = map[string]string{}
		}
		operators[line.operator][line.key] = line.value
	}
	s := Statement{
		Sid: p.StatementID, Effect: "Allow", Principal: principalOf(p.Principal),
		Action: List{p.Action}, Resource: List{function}, Why: p.Why,
	}
	if len(operators) == 0 {
		return New(s), nil
	}
	condition, err := json.Marshal(operators)
	s.Condition = condition
	return New(s), err
}

func viaURL(via bool) string {
	if via {
		return "true"
	}
	return ""
}
