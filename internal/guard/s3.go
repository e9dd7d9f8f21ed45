package guard

import (
	"errors"
	"net/http"
	"net/url"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/policy"
)

// routes are the actions of S3's calls: the method, whether the path names an object, and the parameter of the query that tells
// calls of the same path apart.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
var routes = map[[3]string]string{
	{"GET", "object", ""}:             "s3:GetObject",
	{"HEAD", "object", ""}:            "s3:GetObject",
	{"GET", "object", "versionId"}:    "s3:GetObjectVersion",
	{"HEAD", "object", "versionId"}:   "s3:GetObjectVersion",
	{"GET", "object", "tagging"}:      "s3:GetObjectTagging",
	{"PUT", "object", "tagging"}:      "s3:PutObjectTagging",
	{"GET", "object", "attributes"}:   "s3:GetObjectAttributes",
	{"GET", "object", "uploadId"}:     "s3:ListMultipartUploadParts",
	{"PUT", "object", ""}:             "s3:PutObject",
	{"PUT", "object", "uploadId"}:     "s3:PutObject",
	{"POST", "object", "uploads"}:     "s3:PutObject",
	{"POST", "object", "uploadId"}:    "s3:PutObject",
	{"DELETE", "object", ""}:          "s3:DeleteObject",
	{"DELETE", "object", "uploadId"}:  "s3:AbortMultipartUpload",
	{"POST", "bucket", "delete"}:      "s3:DeleteObject",
	{"GET", "bucket", ""}:             "s3:ListBucket",
	{"GET", "bucket", "list-type"}:    "s3:ListBucket",
	{"HEAD", "bucket", ""}:            "s3:ListBucket",
	{"GET", "bucket", "versions"}:     "s3:ListBucketVersions",
	{"PUT", "bucket", ""}:             "s3:CreateBucket",
	{"DELETE", "bucket", ""}:          "s3:DeleteBucket",
	{"DELETE", "object", "versionId"}: "s3:DeleteObjectVersion",
	{"GET", "bucket", "notification"}: "s3:GetBucketNotification",
}

// telling are the parameters that tell calls apart, those first that outweigh others.
var telling = []string{"tagging", "attributes", "uploads", "uploadId", "versions", "versionId", "delete", "list-type", "notification"}

// s3 knows the calls of S3 by their routes. Buckets are in the path, and the account's own.
func (c *call) s3() ([]policy.Request, error) {
	bucket, key, object := strings.Cut(strings.TrimPrefix(c.r.URL.Path, "/"), "/")
	kind, query := "bucket", c.r.URL.Query()
	if object && key != "" {
		kind = "object"
	}
	action := routes[[3]string{c.r.Method, kind, c.apart(query)}]
	if action == "" {
		return nil, errors.New(c.r.Method + " " + c.r.URL.String())
	}
	resource := "arn:aws:s3:::" + bucket
	if kind == "object" {
		resource += "/" + key
	}
	context := map[string][]string{"s3:ResourceAccount": {Account}}
	if prefix := query.Get("prefix"); prefix != "" {
		context["s3:prefix"] = []string{prefix}
	}
	all := []policy.Request{{Action: action, Resource: resource, Context: context}}
	if action == "s3:DeleteObject" && kind == "bucket" {
		all = c.deleted(bucket)
	}
	return append(all, c.besides(resource)...), nil
}

func (c *call) apart(query url.Values) string {
	for _, name := range telling {
		if query.Has(name) {
			return name
		}
	}
	return ""
}

// besides is what headers ask for: reading the source of a copy, and tagging.
func (c *call) besides(resource string) (all []policy.Request) {
	add := func(action, resource string) {
		all = append(all, policy.Request{Action: action, Resource: resource, Context: map[string][]string{"s3:ResourceAccount": {Account}}})
	}
	if source, err := url.PathUnescape(c.r.Header.Get("X-Amz-Copy-Source")); err == nil && source != "" {
		add("s3:GetObject", "arn:aws:s3:::"+strings.TrimPrefix(source, "/"))
	}
	if c.r.Method != http.MethodGet && c.r.Header.Get("X-Amz-Tagging") != "" {
		add("s3:PutObjectTagging", resource)
	}
	return all
}

// deleted are the objects that a call deletes together.
func (c *call) deleted(bucket string) (all []policy.Request) {
	for rest := string(c.body); ; {
		_, after, found := strings.Cut(rest, "<Key>")
		if !found {
			return all
		}
		key, next, _ := strings.Cut(after, "</Key>")
		all = append(all, policy.Request{Action: "s3:DeleteObject", Resource: "arn:aws:s3:::" + bucket + "/" + key, Context: map[string][]string{"s3:ResourceAccount": {Account}}})
		rest = next
	}
}
