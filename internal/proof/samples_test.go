package proof

import (
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-lambda-go/events"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/tree"
)

// A sample event is one that this trigger of this function sends: the parameters of the Spec stand in it, where AWS's Go
// types and net/url find them. No part is needed.
func TestSamplesSayTheSpec(t *testing.T) {
	checked := map[string]int{}
	for _, v := range pure() {
		f := v.function(t)
		files := render(t, f)
		for _, use := range f.Spec.Triggers {
			file, _ := files.Lookup("events/" + use.Name + ".json")
			checked[use.ID]++
			switch use.ID {
			case "s3":
				checkS3Sample(t, v, use, file)
				checkS3Filter(t, v, use, files)
			case "apigateway-rest":
				checkRESTSample(t, v, use, file)
			default:
				if kind := aws.FindTrigger(use.ID); len(kind.Event.Marks) > 0 && !generator.Bears(kind, file.Data) {
					t.Errorf("%s: the sample of %s lacks its marks", v, use.ID)
				}
			}
		}
		if t.Failed() {
			return
		}
	}
	if checked["s3"] < 100 || checked["apigateway-rest"] < 100 {
		t.Errorf("got %v checked, want more", checked)
	}
}

func text(use spec.Use, param string) string {
	value, _ := use.Params[param].(string)
	return value
}

func checkS3Sample(t *testing.T, v variant, use spec.Use, file tree.File) {
	t.Helper()
	var event events.S3Event
	if err := json.Unmarshal(file.Data, &event); err != nil || len(event.Records) != 1 {
		t.Fatalf("%s: %v: got %d records, want one", v, err, len(event.Records))
	}
	record := event.Records[0]
	key, err := url.QueryUnescape(record.S3.Object.Key)
	if err != nil || !strings.HasPrefix(key, text(use, "prefix")) || !strings.HasSuffix(key, text(use, "suffix")) || strings.Contains(key, "amazonaws") {
		t.Errorf("%s: %s: the object is %q, the spec says %v", v, use.Name, key, use.Params)
	}
	if bucket := text(use, "bucket"); bucket != "" && record.S3.Bucket.Name != bucket {
		t.Errorf("%s: %s: the bucket is %q, the spec says %q", v, use.Name, record.S3.Bucket.Name, bucket)
	}
	if region := v.spec(t).Region; region != "" && record.AWSRegion != region {
		t.Errorf("%s: %s: the region is %q", v, use.Name, record.AWSRegion)
	}
	listed := func(pattern string) bool {
		pattern, _ = strings.CutPrefix(pattern, "s3:")
		begin, all := strings.CutSuffix(pattern, "*")
		return record.EventName == pattern || all && strings.HasPrefix(record.EventName, begin)
	}
	if !slices.ContainsFunc(use.Params["events"].([]string), listed) {
		t.Errorf("%s: %s: the event is %q, the spec says %q", v, use.Name, record.EventName, use.Params["events"])
	}
}

// checkS3Filter looks for the trigger's filter in what connects the bucket: the template or the commands of README.md.
func checkS3Filter(t *testing.T, v variant, use spec.Use, files *tree.FileSet) {
	t.Helper()
	name := "policies/README.md"
	if _, templated := files.Lookup("template.yaml"); templated && text(use, "bucket") == "" {
		name = "template.yaml"
	}
	file, _ := files.Lookup(name)
	for _, param := range []string{"prefix", "suffix"} {
		value := text(use, param)
		written := strings.Contains(string(file.Data), "Value: "+value+"\n") || strings.Contains(string(file.Data), `"Value": "`+value+`"`)
		if value != "" && !written {
			t.Errorf("%s: %s: %s has no %s %q", v, use.Name, name, param, value)
		}
	}
}

func checkRESTSample(t *testing.T, v variant, use spec.Use, file tree.File) {
	t.Helper()
	var event events.APIGatewayProxyRequest
	if err := json.Unmarshal(file.Data, &event); err != nil {
		t.Fatalf("%s: %v", v, err)
	}
	if event.Resource != text(use, "path") || event.RequestContext.ResourcePath != event.Resource {
		t.Errorf("%s: %s: the resource is %q, the spec says %q", v, use.Name, event.Resource, text(use, "path"))
	}
	if method := text(use, "method"); method != "ANY" && (event.HTTPMethod != method || event.RequestContext.HTTPMethod != method) {
		t.Errorf("%s: %s: the method is %q, the spec says %q", v, use.Name, event.HTTPMethod, method)
	}
	if api := text(use, "api"); api != "" && event.RequestContext.APIID != api {
		t.Errorf("%s: %s: the API is %q, the spec says %q", v, use.Name, event.RequestContext.APIID, api)
	}
	path := event.Resource
	for name, value := range event.PathParameters {
		path = strings.NewReplacer("{"+name+"}", value, "{"+name+"+}", value).Replace(path)
	}
	if path != event.Path || strings.ContainsAny(path, "{}") {
		t.Errorf("%s: %s: the path is %q, the parameters say %q", v, use.Name, event.Path, path)
	}
	stage := event.RequestContext.Stage
	if want := text(use, "stage"); want != "*" && stage != want || event.RequestContext.Path != "/"+stage+event.Path {
		t.Errorf("%s: %s: the stage is %q in %q, the spec says %q", v, use.Name, stage, event.RequestContext.Path, want)
	}
	for name, values := range event.MultiValueQueryStringParameters {
		if len(values) != 1 || event.QueryStringParameters[name] != values[0] {
			t.Errorf("%s: %s: %q is %q and %q", v, use.Name, name, event.QueryStringParameters[name], values)
		}
	}
	if len(event.QueryStringParameters) != len(event.MultiValueQueryStringParameters) || len(event.Headers) != len(event.MultiValueHeaders) {
		t.Errorf("%s: %s: single and multiple values differ", v, use.Name)
	}
}
