package generator

import (
	"slices"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/policy"
	"github.com/seed-0554dd89/scaffold/generator/tree"
)

// documents are the files that are JSON: sample events, policies and requests. They are made as values and encoded.
func (f *Function) documents() []tree.File {
	own := &values{names: f.names, keySample: f.sampleText}
	files := []tree.File{toolFile("events/direct.json", fileJSON(f.sampleEvent(&aws.Direct, own).JSON()))}
	for _, t := range f.Triggers {
		files = append(files, toolFile("events/"+t.Name+".json", fileJSON(t.sample.JSON())))
	}
	return append(files, f.PolicyFiles()...)
}

// PolicyFiles are the files of policies/ that AWS takes as they are once their placeholders are filled.
func (f *Function) PolicyFiles() []tree.File { return slices.Clone(f.policies) }

func (f *Function) policyFiles() []tree.File {
	var files []tree.File
	add := func(name string, document any) {
		text, err := policy.Encode(document)
		if err != nil {
			panic("encode " + name + ": " + err.Error())
		}
		files = append(files, toolFile("policies/"+name, text))
	}
	add("trust-policy.json", f.Trust())
	if execution := f.ExecutionPolicy(); len(execution.Statement) > 0 {
		add("execution-policy.json", execution)
	}
	for _, t := range f.Triggers {
		for i, permission := range f.Permissions(t) {
			add("invocation-policy."+numbered(t.Name, ".", i)+".json", permission)
		}
		if t.KeyPolicyFile() != "" {
			add(t.KeyPolicyFile(), t.KeyPolicy())
		}
		if t.kind.Mapping != nil {
			files = append(files, toolFile("policies/"+t.MappingFile(), fileJSON(t.mapping(t.values).JSON())))
		}
		if t.kind.Caller != nil {
			add(t.CallerPolicyFile(), f.CallerPolicy(t))
			add(t.CallerTrustFile(), f.CallerTrust(t))
		}
	}
	return files
}

func toolFile(path string, text []byte) tree.File {
	return tree.File{Path: path, Data: text, Owner: tree.Tool}
}
