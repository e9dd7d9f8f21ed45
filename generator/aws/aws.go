// Package aws holds facts about AWS Lambda as data: triggers, access, logging, runtimes, partitions and limits.
//
// It knows where an event carries its payload, who may invoke a function and which actions a grant consists of. It leaves
// to others what a person chose (package spec), how a policy document is written (package policy) and how a language
// reads an event (the templates). Every fact names the AWS page it comes from.
package aws

// Holes. Texts of this package contain holes that stand for values of one function: {partition}, {region}, {account},
// {function} and {dns-suffix} (of AWS's host names) of the function itself, {trigger} for the trigger's name, and the names of
// the parameters of the trigger or access that the text belongs to, {bucket} for example: these have other names than
// those. {name|form} writes the value in one of the forms below; a part with {name?} is left out where the
// parameter has no value.
const (
	FormSample    = "sample"     // as one concrete event has it; an example where the value is not known yet
	FormARN       = "arn"        // as in an execute-api ARN: ANY and each {parameter} are *, no slash in front
	FormExact     = "exact"      // no value where it is ANY or *
	FormOpenAPI   = "openapi"    // as an OpenAPI operation: ANY is x-amazon-apigateway-any-method, others in lower case
	FormStage     = "stage"      // as a stage that can be created: * is prod
	FormEventName = "event-name" // the beginning of eventName: ObjectCreated: for s3:ObjectCreated:*
	FormPath      = "path"       // without a slash in front
	FormURL       = "url"        // URL-encoded with + for a blank, as S3 writes object keys
)

// Trigger.Create, CreatedAs and Outputs have these holes besides: {@Function.Arn} and {@AWS::URLSuffix} refer to a value of
// the template, {@Permission} to the trigger's first permission and {@Own...} to a resource or output of the trigger's own,
// such as {@OwnBucket}; {@Api} is shared by all triggers of the function that create it. {unique} is a name in lower case
// that no other trigger of the function has.

// Model tells how AWS invokes a function, and with it which permission does the work.
type Model string

const (
	Push Model = "push" // a service invokes; a resource-based permission on the function allows it
	Poll Model = "poll" // an event source mapping polls for the function; the execution role allows it
	Role Model = "role" // a service invokes with a role of its own; that role's policy allows it
	None Model = "none" // the caller's own identity policy allows it
)

// Trigger is one way in which AWS invokes a function.
type Trigger struct {
	ID        string // as in scaffold.yaml, apigateway-rest for example
	Title     string // as a heading, "API Gateway REST API"
	Sentence  string // what invokes the function, and when
	Model     Model
	Doc       string // URL of the AWS page
	Params    []Param
	Invoke    []Permission // push: one AddPermission request each
	Mapping   *Mapping     // poll: the event source mapping
	Caller    *Caller      // role: the service's own role
	Grants    []Statement  // what the execution role needs for it
	Event     Event
	Reply     Reply
	Create    string   // CloudFormation resources, a JSON object with holes, that make the source; "" where it cannot
	Outputs   string   // CloudFormation outputs, a JSON object with holes, of what Create makes
	CreatedAs string   // the value of the identifying parameter of a created source, with holes
	Wire      []string // commands of the AWS CLI that connect an existing source, with holes
	Config    string   // the configuration that Wire gives to the source, a JSON object with holes; "" where it takes none
	Caution   string   // what to know before running Wire
	Types     []Type   // the event in public type libraries
}

// Permission is one AddPermission request without its FunctionName and StatementId.
// https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
type Permission struct {
	Action                string // "" is lambda:InvokeFunction
	Principal             string
	SourceArn             string // with holes
	SourceAccount         bool   // the ARN does not name the account, so the request must
	EventSourceToken      string // with holes
	PrincipalOrgID        string // with holes
	FunctionURLAuthType   string // NONE or AWS_IAM
	InvokedViaFunctionURL bool
	Why                   string // a sentence: who may invoke, with holes
}

// Mapping is one CreateEventSourceMapping request, a JSON object with holes.
// https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
type Mapping struct {
	Request string
	Why     string
}

// Caller is the role with which a service invokes the function.
type Caller struct {
	Principal string // of the service, in the role's trust policy
	SourceArn string // with holes: aws:SourceArn in the trust policy, where the service sends it
	Why       string
}

// Statement is what one IAM policy statement allows, before holes are filled.
type Statement struct {
	Sid       string
	Effect    string // Deny; "" is Allow
	Actions   []string
	Resources []string    // ARNs with holes; a parameter that is an ARN itself stands for the whole; a list for one an element
	Condition []Condition // all must hold
	Modes     []string    // only in these modes; none: always
	Needs     string      // only where this parameter has a value
	Without   string      // only where this parameter has none
	Why       string      // the source of the statement: a sentence with holes
}

// Condition is one line of a statement's Condition block.
type Condition struct{ Operator, Key, Value string }

// Type names the event's type in a language's public library, events.S3Event in aws-lambda-go for example.
type Type struct{ Language, Name string }

// TypeName returns the event's type in language, "" where no public type exists.
func (t *Trigger) TypeName(language string) string {
	for _, typ := range t.Types {
		if typ.Language == language {
			return typ.Name
		}
	}
	return ""
}
