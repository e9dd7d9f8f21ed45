package proof

import (
	"slices"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// axis is one thing that people choose about a function, with the choices worth telling apart.
type axis []option

// option is one choice in the words of the command line.
type option struct {
	name string
	args []string
}

// The axes of the product. The order matters to nobody but the names of variants.
var axes = []axis{faces, triggerSets, loggings, keySets, accesses, deploys, places}

// faces are the styles of all languages on the runtimes that run them.
var faces = allFaces()

var triggerSets = append(axis{
	{"direct", nil},
	{"rest", []string{"--trigger", "apigateway-rest"}},
	{"get", []string{"--trigger", "apigateway-rest:path=/orders/{id}/{rest+},method=GET,stage=*"}},
	{"params", []string{"--trigger", "apigateway-rest:name=shop,path=/{key1}/{user-id},method=PUT,api=b2c3d4e5f6"}},
	{"rest-twice", []string{"--trigger", "apigateway-rest:path=/a,method=POST", "--trigger", "apigateway-rest:path=/a,method=DELETE"}},
	{"rest-two-apis", []string{"--trigger", "apigateway-rest:name=own,path=/own", "--trigger", "apigateway-rest:name=shop,api=b2c3d4e5f6,path=/shop"}},
	{"s3", []string{"--trigger", "s3"}},
	{"s3-known", []string{"--trigger", "s3:name=uploads,bucket=my-uploads,prefix=in/ä b&c+,suffix=.jpg"}},
	{"s3-two-buckets", []string{"--trigger", "s3:name=uploads,bucket=my-uploads", "--trigger", "s3"}},
	{"s3-by-prefix", []string{"--trigger", "s3:name=in,prefix=in/,suffix=.csv", "--trigger", "s3:name=out,prefix=out/"}},
	{"s3-by-events", []string{"--trigger", "s3:name=made,bucket=my-uploads,events=s3:ObjectCreated:Put", "--trigger", "s3:name=gone,bucket=my-uploads,events=s3:ObjectRemoved:*"}},
	{"two-topics", []string{
		"--trigger", "msk:name=orders,topic=orders,cluster=shop,cluster-id=a1b2c3d4-5678-90ab-cdef-111122223333-1",
		"--trigger", "msk:name=clicks,topic=clicks,cluster=shop,cluster-id=a1b2c3d4-5678-90ab-cdef-111122223333-1",
	}},
	{"all", []string{
		"--trigger", "apigateway-rest:path=/{proxy+}", "--trigger", "apigateway-rest:name=shop,api=b2c3d4e5f6,path=/shop,method=POST",
		"--trigger", "s3:events=(s3:ObjectCreated:*,s3:ObjectRemoved:*)", "--trigger", "s3:name=uploads,bucket=my-uploads,suffix=.csv",
	}},
}, catalogueSets()...)

// catalogueSets are all triggers of the catalogue in a few functions: those with keys and those without, by their model. No
// more is said of each than must be. Triggers that bound what the function can be are looked at by themselves, see forms.
func catalogueSets() axis { return sets(onlyRequired) }

func sets(say func(*aws.Param) bool) (sets axis) {
	var taken []*aws.Trigger
	for _, model := range []aws.Model{aws.Push, aws.Poll, aws.Role, aws.None} {
		keyed, keyless := option{name: string(model) + "-keyed"}, option{name: string(model) + "-keyless"}
		for _, kind := range aws.Triggers() {
			set := &keyed
			if len(kind.Event.Keys) == 0 {
				set = &keyless
			}
			if kind.Model == model && kind.Bounds == nil && !slices.ContainsFunc(taken, kind.ExcludesOther) {
				taken = append(taken, kind)
				set.args = append(set.args, "--trigger", flag(using(kind, say)))
			}
		}
		for _, set := range []option{keyed, keyless} {
			if len(set.args) > 0 {
				sets = append(sets, set)
			}
		}
	}
	return sets
}

var loggings = axis{
	{"logs", nil},
	{"logs-created", []string{"--log", "cloudwatch:create=true,retention=30"}},
	{"logs-by-function", []string{"--log", "cloudwatch:create=false", "--log", "text"}},
	{"logs-custom", []string{"--log", "cloudwatch:group=/apps/my#orders_1.x,create=true", "--log", "json:level=trace"}},
	{"logs-shared", []string{"--log", "cloudwatch:group=shared,create=false", "--log", "json", "--log", "tracing"}},
	{"tracing", []string{"--log", "tracing"}},
	{"no-logs", []string{"--log", "none"}},
}

var accesses = axis{
	{"no-access", nil},
	{"s3-read", []string{"--access", "s3:bucket=my-data,prefix=in/"}},
	{"s3-write", []string{"--access", "s3:mode=write"}},
	{"s3-of-trigger", []string{"--access", "s3:trigger=s3,mode=readwrite"}},
	{"table-read", []string{"--access", "dynamodb:table=Orders,index=(byCustomer,byDay)"}},
	{"table-write", []string{"--access", "dynamodb:mode=write", "--on-failure", "sns"}},
	{"statement", []string{"--access", `statement:{"actions":["sts:GetCallerIdentity"],"resources":["*"],"sid":"WhoAmI","condition":{"Bool":{"aws:SecureTransport":"true"}}}`}},
	{"services", []string{
		"--access", "sqs:queue=orders.fifo,mode=readwrite", "--access", "sns:key=mrk-1234abcd12ab34cd56ef1234567890ab", "--access", "secretsmanager", "--access", "ssm:parameter=/shop/limit",
		"--access", "cloudwatch", "--access", "vpc", "--access", "bedrock:geography=eu", "--access", "bedrock:model=amazon.nova-lite-v1:0", "--access", "step-functions:mode=report", "--access", "ses:from=a@example.com",
		"--on-failure", "sqs",
	}},
	{"much", []string{
		"--access", "s3:mode=readwrite,bucket=my-data", "--access", "s3:mode=read,bucket=more-data", "--access", "dynamodb:mode=readwrite,index=none,table=Orders",
		"--access", "dynamodb:table=Customers,mode=readwrite",
		"--access", `statement:{"actions":["s3:GetObject"],"resources":["arn:aws:s3:::homes/${aws:username}/*"],"effect":"Deny"}`,
	}},
}

var deploys = axis{
	{"none", nil},
	{"sam", []string{"--deploy", "sam"}},
	{"sam-big", []string{
		"--deploy", "sam", "--memory", "10240", "--timeout", "900", "--arch", "arm64",
		"--env", "LOG_TABLE=Orders", "--env", "TEXT=it's ${LOG_TABLE} \"${X}\" {{.}}\n\\ 日本", "--tag", "team=payments & co", "--tag", "cost center=012",
	}},
}

var places = axis{
	{"anywhere", nil},
	{"account", []string{"--account", "012345678901"}},
	{"region", []string{"--region", "eu-west-1"}},
	{"aws", []string{"--account", "123456789012", "--region", "eu-west-1"}},
	{"aws-cn", []string{"--account", "123456789012", "--region", "cn-north-1"}},
	{"aws-us-gov", []string{"--account", "123456789012", "--region", "us-gov-west-1"}},
}
