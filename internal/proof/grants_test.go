package proof

import (
	"encoding/json"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/policy"
)

// grants are all that lets a function work, as documents: what it may do, who may invoke it, and what the role of a service that
// invokes it may do and who may assume that one.
type grants struct{ execution, invocation, caller, trust policy.Document }

// granted are the grants that the files of policies/ give, with something for what the function does not name.
func granted(t *testing.T, f *generator.Function) (g grants) {
	t.Helper()
	for _, file := range f.PolicyFiles() {
		text := policy.Fill(string(file.Data), func(string) (string, bool) { return "some", true })
		var d policy.Document
		kind, _, _ := strings.Cut(path.Base(file.Path), ".")
		switch kind {
		case "execution-policy":
			decode(t, text, &d)
			g.execution.Statement = append(g.execution.Statement, d.Statement...)
		case "caller-policy":
			decode(t, text, &d)
			g.caller.Statement = append(g.caller.Statement, d.Statement...)
		case "caller-trust":
			decode(t, text, &d)
			g.trust.Statement = append(g.trust.Statement, d.Statement...)
		case "invocation-policy":
			var p policy.Permission
			decode(t, text, &p)
			g.invocation.Statement = append(g.invocation.Statement, statementOf(t, p))
		}
	}
	return g
}

func statementOf(t *testing.T, p policy.Permission) policy.Statement {
	t.Helper()
	d, err := p.Document("hello")
	if err != nil {
		t.Fatal(err)
	}
	return d.Statement[0]
}

// cloudformation is a template with the values of its references.
type cloudformation struct {
	t         *testing.T
	Resources map[string]struct {
		Type       string
		Properties map[string]any
	}
}

// standins are what stands for an attribute of a resource, with {} for its name: its logical id without the digits that the
// CDK puts behind it.
var standins = map[string]string{
	"AWS::ApiGateway::Authorizer":      "abc123",
	"AWS::ApiGateway::RestApi":         "a1b2c3d4e5",
	"AWS::ApiGateway::Stage":           "prod",
	"AWS::ApiGatewayV2::Api":           "a1b2c3d4e5",
	"AWS::ApiGatewayV2::Authorizer":    "abc123",
	"AWS::CloudFront::Distribution":    "E1A2B3C4D5E6F7",
	"AWS::CloudWatch::Alarm Arn":       "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:{}",
	"AWS::Cognito::UserPool Arn":       "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbCdEfGhI",
	"AWS::DynamoDB::Table StreamArn":   "arn:aws:dynamodb:eu-west-1:123456789012:table/{}/stream/2026-01-02T03:04:05.678",
	"AWS::Events::Rule Arn":            "arn:aws:events:eu-west-1:123456789012:rule/{}",
	"AWS::IoT::TopicRule":              "{}",
	"AWS::IoT::TopicRule Arn":          "arn:aws:iot:eu-west-1:123456789012:rule/{}",
	"AWS::Kinesis::Stream Arn":         "arn:aws:kinesis:eu-west-1:123456789012:stream/{}",
	"AWS::Lambda::Function":            "hello",
	"AWS::Lambda::Function Arn":        "arn:aws:lambda:eu-west-1:123456789012:function:hello",
	"AWS::Lambda::Url FunctionArn":     "arn:aws:lambda:eu-west-1:123456789012:function:hello",
	"AWS::Logs::LogGroup Arn":          "arn:aws:logs:eu-west-1:123456789012:log-group:{}:*",
	"AWS::S3::Bucket Arn":              "arn:aws:s3:::{}",
	"AWS::S3::Bucket":                  "{}",
	"AWS::SNS::Topic":                  "arn:aws:sns:eu-west-1:123456789012:{}",
	"AWS::SQS::Queue Arn":              "arn:aws:sqs:eu-west-1:123456789012:{}",
	"AWS::SecretsManager::Secret":      "arn:aws:secretsmanager:eu-west-1:123456789012:secret:{}-??????",
	"AWS::Serverless::HttpApi":         "a1b2c3d4e5",
	"AWS::StepFunctions::StateMachine": "arn:aws:states:eu-west-1:123456789012:stateMachine:{}",
}

var pseudo = map[string]string{
	"AWS::AccountId": "123456789012", "AWS::Partition": "aws", "AWS::Region": "eu-west-1", "AWS::URLSuffix": "amazonaws.com",
}

var hashed = regexp.MustCompile(`[0-9A-F]{8}$`)

// readTemplate reads a template and fills its references.
func readTemplate(t *testing.T, template json.RawMessage) *cloudformation {
	t.Helper()
	c := &cloudformation{t: t}
	decode(t, string(template), c)
	for id, resource := range c.Resources {
		for name, value := range resource.Properties {
			resource.Properties[name] = c.value(value)
		}
		c.Resources[id] = resource
	}
	return c
}

// value is a value without functions. A reference that standins does not know stays in it, so that it equals nothing.
func (c *cloudformation) value(v any) any {
	switch v := v.(type) {
	case []any:
		for i, element := range v {
			v[i] = c.value(element)
		}
	case map[string]any:
		for name, value := range v {
			v[name] = c.value(value)
		}
		if len(v) == 1 {
			for function, argument := range v {
				return c.call(function, argument, v)
			}
		}
	}
	return v
}

func (c *cloudformation) call(function string, argument any, whole map[string]any) any {
	list, _ := argument.([]any)
	switch function {
	case "Ref":
		return c.attribute(argument.(string), "")
	case "Fn::GetAtt":
		return c.attribute(list[0].(string), list[1].(string))
	case "Fn::Join":
		var texts []string
		for _, element := range list[1].([]any) {
			text, _ := element.(string)
			texts = append(texts, text)
		}
		return strings.Join(texts, list[0].(string))
	case "Fn::Sub":
		text, _ := argument.(string)
		values := map[string]any{}
		if list != nil {
			text, values = list[0].(string), list[1].(map[string]any)
		}
		return reference.ReplaceAllStringFunc(text, func(hole string) string {
			name, attribute, _ := strings.Cut(hole[2:len(hole)-1], ".")
			if value, ok := values[name].(string); ok {
				return value
			}
			return c.attribute(name, attribute)
		})
	}
	return whole
}

func (c *cloudformation) attribute(id, name string) string {
	if value, ok := pseudo[id]; ok {
		return value
	}
	kind := c.Resources[id].Type
	if kind == "AWS::IAM::Role" {
		return id
	}
	if value, ok := standins[strings.TrimSuffix(kind+" "+name, " ")]; ok {
		return strings.ReplaceAll(value, "{}", hashed.ReplaceAllString(id, ""))
	}
	return "!" + kind + " " + id + " " + name
}

// role is a role of a template: what it may do, and who may take it on.
type role struct{ allowed, trust []policy.Statement }

// grants are those of the template: the function's own role, and those of services, which are the roles that may do something to
// functions. Logs are left out, which all have and nothing is said of here. managed are AWS's own policies.
func (c *cloudformation) grants(managed map[string]policy.Document) (g grants) {
	own, roles := "", map[string]*role{}
	for _, id := range slices.Sorted(maps.Keys(c.Resources)) {
		if r := c.Resources[id]; r.Type == "AWS::IAM::Role" {
			roles[id] = c.role(r.Properties, managed)
		} else if r.Type == "AWS::Lambda::Function" && strings.HasPrefix(id, "Function") {
			own, _ = r.Properties["Role"].(string)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(c.Resources)) {
		properties := c.Resources[id].Properties
		switch c.Resources[id].Type {
		case "AWS::Lambda::Permission":
			var p policy.Permission
			c.convert(properties, &p)
			g.invocation.Statement = append(g.invocation.Statement, statementOf(c.t, p))
		case "AWS::IAM::Policy":
			for _, name := range properties["Roles"].([]any) {
				r := roles[name.(string)]
				r.allowed = append(r.allowed, c.document(properties["PolicyDocument"])...)
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(roles)) {
		if id == own {
			g.execution.Statement = about(roles[id].allowed, func(action string) bool { return !strings.HasPrefix(action, "logs:") })
		} else if invokes := about(roles[id].allowed, func(action string) bool { return strings.HasPrefix(action, "lambda:") }); invokes != nil {
			g.caller.Statement = append(g.caller.Statement, invokes...)
			g.trust.Statement = append(g.trust.Statement, roles[id].trust...)
		}
	}
	return g
}

func (c *cloudformation) role(properties map[string]any, managed map[string]policy.Document) *role {
	r := &role{trust: c.document(properties["AssumeRolePolicyDocument"])}
	for _, d := range c.list(properties["Policies"]) {
		r.allowed = append(r.allowed, c.document(d.(map[string]any)["PolicyDocument"])...)
	}
	for _, arn := range c.list(properties["ManagedPolicyArns"]) {
		name := arn.(string)[strings.LastIndex(arn.(string), "/")+1:]
		if managed[name].Statement == nil {
			c.t.Errorf("nobody knows the managed policy %s", name)
		}
		r.allowed = append(r.allowed, managed[name].Statement...)
	}
	return r
}

// about are the statements as far as their actions are wanted.
func about(statements []policy.Statement, wanted func(action string) bool) (all []policy.Statement) {
	for _, s := range statements {
		s.Action = slices.DeleteFunc(slices.Clone(s.Action), func(action string) bool { return !wanted(action) })
		if len(s.Action) > 0 {
			all = append(all, s)
		}
	}
	return all
}

func (c *cloudformation) list(v any) []any {
	list, _ := v.([]any)
	return list
}

// document is what a policy allows, without what it allows to roles.
func (c *cloudformation) document(v any) []policy.Statement {
	var d policy.Document
	statements := v.(map[string]any)["Statement"]
	list := c.list(statements)
	if list == nil {
		list = []any{statements}
	}
	c.convert(map[string]any{"Statement": slices.DeleteFunc(list, func(s any) bool {
		principal, _ := s.(map[string]any)["Principal"].(map[string]any)
		return principal["AWS"] != nil
	})}, &d)
	return d.Statement
}

func (c *cloudformation) convert(v, into any) {
	text, err := json.Marshal(v)
	if err != nil {
		c.t.Fatal(err)
	}
	decode(c.t, string(text), into)
}
