package aws

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
func s3Access() *Access {
	return &Access{
		ID:       "s3",
		Title:    "S3",
		Sentence: "read or write the objects of a bucket",
		Doc:      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html",
		Params: []Param{
			{
				Name: "bucket", Ask: "Bucket", Help: "name of the bucket",
				Type: Text, Pattern: bucketPattern, Want: bucketWant, Refuse: refuseBucket, Example: "my-uploads",
				Placeholder: "DATA_BUCKET",
			},
			{
				Name: "trigger", Ask: "Trigger whose bucket it is", Help: "name of an s3 trigger of this function, instead of bucket; its prefix is taken too",
				Type: Text, Example: "uploads",
			},
			{
				Name: "prefix", Ask: "Prefix of the object keys", Help: "only objects whose key begins with it",
				Type: Text, Pattern: `[^*?$]*`, Want: "a text without *, ? and $, which policies give a meaning of their own", Example: "in/",
			},
			modeParam, keyParam,
			{
				Name: "owner", Ask: "Account that owns the bucket", Help: "id of the account whose bucket it is, where that is not the function's own",
				Type: Text, Pattern: `\d{12}`, Want: "12 digits", Example: "210987654321", Else: "account",
			},
		},
		Refuse: func(given func(name string) string) (param, why string) { return refuseTwo(given, "trigger", "owner") },
		Statements: []Statement{
			// https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
			{
				Sid: "ReadObjects", Modes: reads,
				Actions: []string{
					"s3:GetObject", "s3:GetObjectAttributes", "s3:GetObjectTagging",
					"s3:GetObjectVersion", "s3:GetObjectVersionAttributes", "s3:GetObjectVersionTagging",
				},
				Resources: []string{"arn:{partition}:s3:::{bucket}/{prefix}*"},
				Condition: bucketOwner,
				Why:       "access s3: the function reads objects of {bucket}, their versions and tags, as long as the bucket belongs to account {owner}",
			},
			{
				Sid: "ListBucket", Modes: reads,
				Actions:   []string{"s3:ListBucket", "s3:ListBucketVersions"},
				Resources: []string{"arn:{partition}:s3:::{bucket}"},
				Condition: append([]Condition{{"StringLike", "s3:prefix", "{prefix?}*"}}, bucketOwner...),
				Why:       "access s3: the function lists {bucket}; where no prefix holds it to some keys it also learns that an object is missing (404) and not forbidden (403)",
			},
			// Large objects are uploaded in parts by the SDKs themselves, which stop or continue such an upload.
			// https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html#mpuAndPermissions
			{
				Sid: "WriteObjects", Modes: writes,
				Actions:   []string{"s3:AbortMultipartUpload", "s3:DeleteObject", "s3:ListMultipartUploadParts", "s3:PutObject", "s3:PutObjectTagging"},
				Resources: []string{"arn:{partition}:s3:::{bucket}/{prefix}*"},
				Condition: bucketOwner,
				Why:       "access s3: the function writes, tags and deletes objects of {bucket}, as long as the bucket belongs to account {owner}",
			},
			useKey([]string{Read}, "access s3: the objects of {bucket} are encrypted with the key {key}", "kms:Decrypt"),
			useKey(writes, "access s3: the objects of {bucket} are encrypted with the key {key}; parts of an upload are read again", "kms:Decrypt", "kms:GenerateDataKey"),
		},
	}
}

// bucketOwner is ownBucket for a bucket that another account may own.
var bucketOwner = []Condition{{"StringEquals", "s3:ResourceAccount", "{owner}"}}
