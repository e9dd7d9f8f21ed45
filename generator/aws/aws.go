// Package aws holds facts about AWS Lambda as data: triggers, access, logging, runtimes, partitions and limits.
//
// It knows where an event carries its payload, who may invoke a function and which actions a grant consists of. It leaves
// to others what a person chose (package spec), how a policy document is written (package policy) and how a language
// reads an event (the templates). Every fact names the AWS page it comes from.
package aws

import "slices"

// Holes. Texts of this package contain holes that stand for values of one function: {partition}, {region}, {account},
// {function}, {dns-suffix} (of AWS's host names) and {visibility} (six times its timeout in seconds) of the function itself,
// {trigger} for the trigger's name, {named} for that of the function and the trigger in at most 64 characters, {caller-role}
// for that of its service's role, and the names of the parameters of the
// trigger or access that the text belongs to, {bucket} for example: these have other names than those. {name|form} writes
// the value in one of the forms below; a part with {name?} is left out where the parameter has no value.
const (
	FormSample    = "sample"     // as one concrete event has it; an example where the value is not known yet
	FormARN       = "arn"        // as in an execute-api ARN: ANY and each {parameter} are *, no slash in front
	FormExact     = "exact"      // no value where it is ANY or *
	FormOpenAPI   = "openapi"    // as an OpenAPI operation: ANY is x-amazon-apigateway-any-method, others in lower case
	FormStage     = "stage"      // as a stage that can be created: * is prod
	FormEventName = "event-name" // the beginning of eventName: ObjectCreated: for s3:ObjectCreated:*
	FormPath      = "path"       // without a slash in front
	FormRouteARN  = "route-arn"  // a route as in an execute-api ARN: GET/orders/* for GET /orders/{id}
	FormMethod    = "method"     // the method of a route as one event has it
	FormRoutePath = "route-path" // the path of a route as OpenAPI has it: /$default for $default
	FormRouteOp   = "route-op"   // the operation of a route as OpenAPI has it
	FormDashed    = "dashed"     // with - for each ::
	FormThen      = "then:"      // with a text behind it: that text where the value is true, else nothing
	FormBus       = "bus"        // in front of a rule's name in its ARN: nothing for the default bus
	FormSuffixed  = "suffixed"   // a secret's name where it ends as an ARN does, in a hyphen and six characters; no value elsewhere
	FormAfter     = "after:"     // with a text behind it: that text and the value where there is one, else nothing
	FormURL       = "url"        // URL-encoded with + for a blank, as S3 writes object keys
)

// Trigger.Create, CreatedAs and Outputs have these holes besides: {@Function.Arn} and {@AWS::URLSuffix} refer to a value of
// the template, {@Permission} to the trigger's first permission and {@Own...} to a resource or output of the trigger's own,
// such as {@OwnBucket} or {@OwnBucket.Arn}; {@Api}, {@HttpApi} and {@Url} are shared by all triggers of the function that
// create them. {unique} is a name in lower case that no other trigger of the function has.
//
// In all JSON with holes, a text that is one hole of a number or boolean stands for that value, and a member whose name ends
// in ? (or ??, as no two members of an object have one name) is left out where its value has none or is false.

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
	Excludes  []string                                                  // ids of triggers that cannot be beside it: their events look alike, or AWS knows one of them
	Refuse    func(given func(param string) string) (param, why string) // parameters that cannot stand together; may be nil
	Invoke    []Permission                                              // push: one AddPermission request each
	Mapping   *Mapping                                                  // poll: the event source mapping
	Caller    *Caller                                                   // role: the service's own role
	Assumes   []string                                                  // services that take on the function's own role beside Lambda
	Bounds    *Bounds                                                   // what the function can be; nil: anything
	Identity  string                                                    // none: whose own identity policy must allow it, a sentence with holes
	Grants    []Statement                                               // what the execution role needs for it
	Event     Event
	Reply     Reply
	Variants  []Variant // other forms of event and reply, which parameters ask for
	Create    string    // CloudFormation resources, a JSON object with holes, that make the source; "" where it cannot
	Shared    bool      // all triggers of the function share what Create makes, and each adds a part of its own
	Outputs   string    // CloudFormation outputs, a JSON object with holes, of what Create makes
	CreatedAs string    // the value of the identifying parameter of a created source, with holes
	Wire      []string  // commands of the AWS CLI that connect an existing source, with holes
	Config    string    // the configuration that Wire gives to the source, a JSON object with holes; "" where it takes none
	Caution   string    // what to know before running Wire
	Note      string    // what AWS does not say for certain, and how that is met; a sentence with holes
	Types     []Type    // the event in public type libraries
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
	Spelled [][2]string // names of the request that CloudFormation spells in another way, with that way
	Created string      // the EventSourceArn of a created source, with the holes of Create; "" is that of Request
	Why     string      // a sentence: what polls, with holes
}

// Caller is the role with which a service invokes the function.
type Caller struct {
	Principal string // of the service, in the role's trust policy
	SourceArn string // with holes: aws:SourceArn in the trust policy, where the service sends it
	// SourceAccount: the service sends aws:SourceAccount too, and the trust policy names the account.
	SourceAccount bool
	Also          []string    // actions that the service needs on the function beside lambda:InvokeFunction
	Grants        []Statement // what the service needs beside the function
	Why           string      // a sentence: who invokes, with holes
}

// Statement is what one IAM policy statement allows, before holes are filled.
type Statement struct {
	Sid       string
	Effect    string // Deny; "" is Allow
	Actions   []string
	Resources []string    // ARNs with holes; a parameter that is an ARN itself stands for the whole; a list for one an element
	Condition []Condition // all must hold
	Modes     []string    // only in these modes; none: always
	Logs      bool        // only where the function logs
	Needs     string      // only where these parameters, with blanks between them, have values that are not false
	Without   string      // only where none of these has one
	Why       string      // the source of the statement: a sentence with holes
}

// Condition is one line of a statement's Condition block.
type Condition struct{ Operator, Key, Value string }

// Type names the event's type in a language's public library, events.S3Event in aws-lambda-go for example.
type Type struct{ Language, Name string }

// maybeText is the type of a text that an event may lack, although its sample has it or nothing shows what it would be.
var maybeText = []Type{{"typescript", "string | undefined"}}

// ExcludesOther tells whether the two triggers cannot be beside each other in one function.
func (t *Trigger) ExcludesOther(other *Trigger) bool {
	return slices.Contains(t.Excludes, other.ID) || slices.Contains(other.Excludes, t.ID)
}

// TypeName returns the event's type in language, "" where no public type exists.
func (t *Trigger) TypeName(language string) string { return TypeName(t.Types, language) }

// TypeName returns the one of types that is the language's, "" where none is.
func TypeName(types []Type, language string) string {
	for _, typ := range types {
		if typ.Language == language {
			return typ.Name
		}
	}
	return ""
}
