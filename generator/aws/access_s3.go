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
		},
		Statements: []Statement{
			{
				Sid: "ReadObjects", Modes: reads,
				Actions:   []string{"s3:GetObject"},
				Resources: []string{"arn:{partition}:s3:::{bucket}/{prefix}*"},
				Why:       "access s3: the function reads objects of {bucket}",
			},
			{
				Sid: "ListBucket", Modes: reads,
				Actions:   []string{"s3:ListBucket"},
				Resources: []string{"arn:{partition}:s3:::{bucket}"},
				Condition: []Condition{{"StringLike", "s3:prefix", "{prefix?}*"}},
				Why:       "access s3: the function lists {bucket}, and learns that an object is missing (404) and not forbidden (403)",
			},
			{
				Sid: "WriteObjects", Modes: writes,
				Actions:   []string{"s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"},
				Resources: []string{"arn:{partition}:s3:::{bucket}/{prefix}*"},
				Why:       "access s3: the function writes and deletes objects of {bucket}",
			},
			useKey([]string{Read}, "access s3: the objects of {bucket} are encrypted with the key {key}", "kms:Decrypt"),
			useKey(writes, "access s3: the objects of {bucket} are encrypted with the key {key}; parts of an upload are read again", "kms:Decrypt", "kms:GenerateDataKey"),
		},
	}
}
