// Package deploy knows how a function is described to the AWS Serverless Application Model. It is told everything that
// stands in the template: policies and requests come from the same values as the JSON files of the function.
package deploy

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"go.yaml.in/yaml/v4"

	"github.com/seed-0554dd89/scaffold/generator/policy"
)

// Function is what a template says. Texts of documents and requests may hold placeholders.
type Function struct {
	Name         string
	Runtime      string
	Handler      string
	Code         string // folder that is deployed
	Architecture string
	Memory       int // MB
	Timeout      int // seconds
	Logging      Logging
	Tracing      bool
	Environment  map[string]string
	Variables    []string // more of the environment: each has the value that the placeholder of its name stands for
	Tags         map[string]string

	OnFailure OnFailure

	Role        Role
	Trust       policy.Document
	Execution   policy.Document
	Permissions []Permission
	Callers     []Caller
	Resources   json.RawMessage // an object of resources by logical id; texts are as Fn::Sub takes them
	Outputs     json.RawMessage // an object of outputs; texts are as Fn::Sub takes them
	Settings    json.RawMessage // an object of more properties of the function; texts are as Fn::Sub takes them

	References map[string]string // for each placeholder what stands for it in Fn::Sub: ${AWS::AccountId}
	Parameters []Parameter
}

// Logging is where and how the function logs.
type Logging struct {
	Group     string // "" where it does not log
	Declared  bool   // the template declares the group
	Retention int    // days, 0 is forever
	Format    string // Text or JSON
	Level     string // with JSON, INFO for example
}

// OnFailure is where asynchronous invocations go that failed; the zero value is nowhere.
type OnFailure struct {
	Type        string // SQS or SNS
	Destination string // ARN, as Fn::Sub takes it
}

// Role is what is said of the roles; "" is left to CloudFormation.
type Role struct {
	Name     string // of the execution role
	Path     string // of all
	Boundary string // ARN of the policy that bounds all
}

// Permission is an AddPermission request with the logical id of its resource.
type Permission struct {
	LogicalID string
	policy.Permission
}

// Caller is the role with which a service invokes the function.
type Caller struct {
	LogicalID     string
	Trust, Policy policy.Document
}

// Parameter is asked for when the template is deployed.
type Parameter struct {
	Name, Description string
	Pattern           string // that the value must match, "" is any text
}

// LogicalIDs are the names of resources that every template may have, whatever Resources says.
func LogicalIDs() []string { return []string{"Function", "ExecutionRole", "LogGroup"} }

// Template writes the template.
// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy.html
func Template(f Function) ([]byte, error) {
	function := f.function()
	if err := addJSON(function, f.Settings); err != nil {
		return nil, err
	}
	resources := mapping(
		"Function", resource("AWS::Serverless::Function", nil, function),
		"ExecutionRole", resource("AWS::IAM::Role", nil, f.role(f.Role.Name, f.Trust, "execution", f.Execution)),
	)
	if f.Logging.Declared {
		group := mapping("LogGroupName", text(f.Logging.Group))
		if f.Logging.Retention > 0 {
			add(group, "RetentionInDays", number(f.Logging.Retention))
		}
		// The logs of a function that is gone go with it; a group that is replaced does too.
		kept := mapping("DeletionPolicy", text("Delete"), "UpdateReplacePolicy", text("Delete"))
		add(resources, "LogGroup", resource("AWS::Logs::LogGroup", kept, group))
	}
	for _, p := range f.Permissions {
		add(resources, p.LogicalID, resource("AWS::Lambda::Permission", nil, f.permission(p.Permission)))
	}
	for _, c := range f.Callers {
		add(resources, c.LogicalID, resource("AWS::IAM::Role", nil, f.role("", c.Trust, "invoke", c.Policy)))
	}
	if err := addJSON(resources, f.Resources); err != nil {
		return nil, err
	}
	root := mapping(
		"AWSTemplateFormatVersion", quoted("2010-09-09"),
		"Transform", text("AWS::Serverless-2016-10-31"),
		"Description", text(f.Name+", a Lambda function"),
	)
	if len(f.Parameters) > 0 {
		parameters := mapping()
		for _, p := range f.Parameters {
			parameter := mapping("Type", text("String"), "Description", text(p.Description))
			if p.Pattern != "" {
				add(parameter, "AllowedPattern", text("^("+p.Pattern+")$"))
			}
			add(parameters, p.Name, parameter)
		}
		add(root, "Parameters", parameters)
	}
	add(root, "Resources", resources)
	outputs := mapping()
	if err := addJSON(outputs, f.Outputs); err != nil {
		return nil, err
	}
	if len(outputs.Content) > 0 {
		add(root, "Outputs", outputs)
	}
	return encode(root)
}

// function is the function itself. https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html
func (f *Function) function() *yaml.Node {
	properties := mapping(
		"FunctionName", text(f.Name),
		"CodeUri", text(f.Code),
		"Handler", text(f.Handler),
		"Runtime", text(f.Runtime),
		"Architectures", sequence(text(f.Architecture)),
		"MemorySize", number(f.Memory),
		"Timeout", number(f.Timeout),
		"Role", tagged("!GetAtt", "ExecutionRole.Arn"),
	)
	logging := mapping()
	if f.Logging.Declared {
		add(logging, "LogGroup", tagged("!Ref", "LogGroup"))
	} else if f.Logging.Group != "" && f.Logging.Group != "/aws/lambda/"+f.Name {
		add(logging, "LogGroup", text(f.Logging.Group))
	}
	if f.Logging.Format == "JSON" {
		add(logging, "LogFormat", text("JSON"))
		add(logging, "ApplicationLogLevel", text(f.Logging.Level))
	}
	if len(logging.Content) > 0 {
		add(properties, "LoggingConfig", logging)
	}
	if f.Tracing {
		add(properties, "Tracing", text("Active"))
	}
	if f.OnFailure.Type != "" {
		onFailure := mapping("Type", text(f.OnFailure.Type), "Destination", sub(f.OnFailure.Destination))
		add(properties, "EventInvokeConfig", mapping("DestinationConfig", mapping("OnFailure", onFailure)))
	}
	if len(f.Environment)+len(f.Variables) > 0 {
		variables := texts(f.Environment)
		for _, name := range f.Variables {
			add(variables, name, f.filled("${"+name+"}"))
		}
		add(properties, "Environment", mapping("Variables", variables))
	}
	if len(f.Tags) > 0 {
		add(properties, "Tags", texts(f.Tags))
	}
	return properties
}

// role is a role with one policy, which is there only where it allows something.
func (f *Function) role(name string, trust policy.Document, policyName string, allowed policy.Document) *yaml.Node {
	properties := mapping()
	for _, p := range []struct{ name, value string }{{"RoleName", name}, {"Path", f.Role.Path}, {"PermissionsBoundary", f.Role.Boundary}} {
		if p.value != "" {
			add(properties, p.name, f.filled(p.value))
		}
	}
	add(properties, "AssumeRolePolicyDocument", f.document(trust))
	if len(allowed.Statement) > 0 {
		inline := mapping("PolicyName", text(policyName), "PolicyDocument", f.document(allowed))
		add(properties, "Policies", sequence(inline))
	}
	return properties
}

func (f *Function) permission(p policy.Permission) *yaml.Node {
	p.FunctionName, p.StatementID = "", ""
	properties := mapping("FunctionName", tagged("!Ref", "Function"))
	f.addFields(properties, p)
	return properties
}

// addFields adds the members that a request has, in its own order.
func (f *Function) addFields(to *yaml.Node, request policy.Permission) {
	fields := []struct{ name, value string }{
		{"Action", request.Action}, {"Principal", request.Principal}, {"SourceArn", request.SourceArn},
		{"SourceAccount", request.SourceAccount}, {"EventSourceToken", request.EventSourceToken},
		{"PrincipalOrgID", request.PrincipalOrgID}, {"FunctionUrlAuthType", request.FunctionURLAuthType},
	}
	for _, field := range fields {
		if field.value != "" {
			add(to, field.name, f.filled(field.value))
		}
	}
	if request.InvokedViaFunctionURL {
		add(to, "InvokedViaFunctionUrl", &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: strconv.FormatBool(true)})
	}
}

// document is a policy document with its placeholders filled in by references.
func (f *Function) document(d policy.Document) *yaml.Node {
	var statements []*yaml.Node
	for _, s := range d.Statement {
		node := mapping()
		if s.Sid != "" {
			add(node, "Sid", text(s.Sid))
		}
		add(node, "Effect", text(s.Effect))
		if s.Principal != nil {
			add(node, "Principal", mapping("Service", f.list(s.Principal.Service)))
		}
		add(node, "Action", f.list(s.Action))
		if len(s.Resource) > 0 {
			add(node, "Resource", f.list(s.Resource))
		}
		if s.Condition != nil {
			add(node, "Condition", f.condition(s.Condition))
		}
		statements = append(statements, node)
	}
	return mapping("Version", quoted(d.Version), "Statement", sequence(statements...))
}

func (f *Function) list(values policy.List) *yaml.Node {
	if len(values) == 1 {
		return f.filled(values[0])
	}
	var nodes []*yaml.Node
	for _, value := range values {
		nodes = append(nodes, f.filled(value))
	}
	return sequence(nodes...)
}

func (f *Function) condition(condition json.RawMessage) *yaml.Node {
	node, err := fromJSON(condition, f.filled)
	if err != nil {
		panic(fmt.Sprintf("condition %s: %v", condition, err))
	}
	return node
}

func resource(typ string, attributes, properties *yaml.Node) *yaml.Node {
	node := mapping("Type", text(typ))
	if attributes != nil {
		node.Content = append(node.Content, attributes.Content...)
	}
	add(node, "Properties", properties)
	return node
}

func texts(values map[string]string) *yaml.Node {
	node := mapping()
	for _, name := range slices.Sorted(maps.Keys(values)) {
		add(node, name, text(values[name]))
	}
	return node
}

func encode(root *yaml.Node) ([]byte, error) {
	var out bytes.Buffer
	encoder := yaml.NewEncoder(&out)
	encoder.SetIndent(2)
	if err := encoder.Encode(root); err != nil {
		return nil, fmt.Errorf("write template: %w", err)
	}
	return out.Bytes(), encoder.Close()
}
