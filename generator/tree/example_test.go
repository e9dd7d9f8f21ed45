package tree_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/seed-0554dd89/scaffold/generator/tree"
)

func Example() {
	top, err := os.MkdirTemp("", "example")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(top)
	dir := filepath.Join(top, "hello")

	var want tree.FileSet
	for _, f := range []tree.File{
		{Path: "src/index.mjs", Data: []byte("export const handler = ...\n"), Owner: tree.Team},
		{Path: "scaffold.yaml", Data: []byte("name: hello\n"), Owner: tree.Person},
	} {
		if err := want.Add(f); err != nil {
			panic(err)
		}
	}
	stamp := tree.Stamp{Edition: tree.Edition{Name: "javascript", Number: 1}, Input: tree.DigestText([]byte("name: hello\n"))}
	for range 2 {
		plan, err := tree.Compare(dir, &want, tree.Options{Lock: &stamp})
		if err != nil {
			panic(err)
		}
		written, err := tree.Apply(context.Background(), plan, dir)
		fmt.Println(plan.Counts(), written, err)
	}
	// Output:
	// 3 to create [scaffold.yaml src/index.mjs scaffold.lock] <nil>
	// 3 the same [] <nil>
}
