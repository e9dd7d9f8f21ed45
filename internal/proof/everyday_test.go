package proof

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/policy"
	"github.com/seed-0554dd89/scaffold/internal/awscli"
	"github.com/seed-0554dd89/scaffold/internal/guard"
)

// everyday are the accesses whose calls the SDK makes, by the names of those calls; see calls.py in internal/guard.
var everyday = map[string]string{
	"dynamodb read":        "dynamodb:table=Orders,index=byDay",
	"dynamodb write":       "dynamodb:table=Orders,index=byDay,mode=write",
	"dynamodb readwrite":   "dynamodb:table=Orders,index=byDay,mode=readwrite",
	"eventbridge":          "eventbridge:bus=shop",
	"firehose":             "firehose:delivery-stream=clicks",
	"kinesis read":         "kinesis:stream=clicks,mode=read",
	"kinesis write":        "kinesis:stream=clicks",
	"kinesis readwrite":    "kinesis:stream=clicks,mode=readwrite",
	"kms":                  "kms:key={kms},mode=readwrite",
	"lambda":               "lambda:target=price",
	"s3 read":              "s3:bucket=my-data,prefix=in/",
	"s3 write":             "s3:bucket=my-data,prefix=in/,mode=write",
	"s3 readwrite":         "s3:bucket=my-data,prefix=in/,mode=readwrite",
	"secretsmanager read":  "secretsmanager:secret=prod/db",
	"secretsmanager write": "secretsmanager:secret=prod/db,mode=write",
	"ses":                  "ses:identity=example.com,template=receipt",
	"sns":                  "sns:topic=orders",
	"sqs read":             "sqs:queue=orders,mode=read",
	"sqs write":            "sqs:queue=orders",
	"sqs readwrite":        "sqs:queue=orders,mode=readwrite",
	"ssm read":             "ssm:parameter=/shop/limit",
	"ssm tree":             "ssm:parameter=/shop,mode=tree",
	"ssm write":            "ssm:parameter=/shop/limit,mode=write",
	"step-functions start": "step-functions:machine=order",
	"step-functions read":  "step-functions:machine=order,mode=read",
}

// accountGaps are answers of moto to calls that it is let through, where AWS would answer with what was asked for.
var accountGaps = map[string]string{
	"lambda invoke price": "ResourceNotFoundException", // moto would run the function in a container
}

// AWS's SDK can do what an access is for with the policy that it gives, and is denied the same with its neighbours: real calls, which
// the guard takes apart, at moto. The SDK and moto are installed by bash .ci/parts.
func TestEveryday(t *testing.T) {
	if !long {
		t.Skip("set SCAFFOLD_PROOF: everyday a simulator answers questions like these")
	}
	upstream := awscli.Endpoint(t)
	awscli.Reset(t)
	key := awscli.Run(t, t.TempDir(), "kms", "create-key", "--query", "KeyMetadata.KeyId", "--output", "text")
	keys, policies := map[string]string{"kms key": strings.TrimSpace(key)}, map[string]policy.Document{}
	add := func(name string, args ...string) {
		for i, arg := range args {
			args[i] = strings.ReplaceAll(arg, "{kms}", keys["kms key"])
		}
		f := function(t, parse(t, append([]string{"hello", "--account", guard.Account, "--region", guard.Region}, args...)))
		keys[name] = "AKIA" + strconv.Itoa(len(keys))
		policies[keys[name]] = f.ExecutionPolicy()
	}
	add("logs")
	for _, name := range slices.Sorted(maps.Keys(everyday)) {
		add(name, "--log", "none", "--access", everyday[name])
	}
	outcomes := guard.Everyday(t, upstream, guard.Start(t, upstream, policies), keys)
	met := map[string]int{}
	for _, o := range outcomes {
		met[o.Case]++
		denied := strings.HasPrefix(o.Code, "AccessDenied") || o.Code == "403"
		gap := accountGaps[o.Case+" "+o.Call]
		if o.Allowed == denied || o.Allowed && o.Code != gap {
			t.Errorf("%s: %s: got %q, want allowed %t: %s", o.Case, o.Call, o.Code, o.Allowed, o.Why)
		}
	}
	for name := range keys {
		if met[name] == 0 && name != "kms key" {
			t.Errorf("no calls of %s", name)
		}
	}
	t.Logf("%d calls, %v", len(outcomes), met)
}
