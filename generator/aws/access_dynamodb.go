package aws

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html
func dynamodbAccess() *Access {
	return &Access{
		ID:       "dynamodb",
		Title:    "DynamoDB",
		Sentence: "read or write the items of a table",
		Doc:      "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/using-identity-based-policies.html",
		Params: []Param{
			{
				Name: "table", Ask: "Table", Help: "name of the table",
				Type: Text, Pattern: `[A-Za-z0-9_.-]{3,255}`, Want: "3 to 255 letters, digits and _ . -", Example: "Orders",
				Placeholder: "TABLE",
			},
			{
				Name: "index", Ask: "Indexes", Help: "names of the secondary indexes that are read; * is every index of the table",
				Type: List, Pattern: `\*|[A-Za-z0-9_.-]{3,255}`, Want: "names of 3 to 255 letters, digits and _ . -, or *", Example: "byCustomer",
			},
			modeParam, keyParam,
		},
		Statements: []Statement{
			{
				Sid:       "DescribeTable",
				Actions:   []string{"dynamodb:DescribeTable"},
				Resources: []string{"arn:{partition}:dynamodb:{region}:{account}:table/{table}"},
				Why:       "access dynamodb: libraries look up the keys of the table {table} before they use it",
			},
			// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-iam.html
			{
				Sid: "ReadItems", Modes: reads,
				Actions:   []string{"dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:PartiQLSelect", "dynamodb:Query", "dynamodb:Scan"},
				Resources: []string{"arn:{partition}:dynamodb:{region}:{account}:table/{table}"},
				Why:       "access dynamodb: the function reads items of the table {table}",
			},
			{
				Sid: "ReadIndexes", Modes: reads, Needs: "index",
				Actions:   []string{"dynamodb:PartiQLSelect", "dynamodb:Query", "dynamodb:Scan"},
				Resources: []string{"arn:{partition}:dynamodb:{region}:{account}:table/{table}/index/{index}"},
				Why:       "access dynamodb: the function queries indexes of the table {table}",
			},
			// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html
			{
				Sid: "WriteItems", Modes: writes,
				Actions: []string{
					"dynamodb:BatchWriteItem", "dynamodb:ConditionCheckItem", "dynamodb:DeleteItem", "dynamodb:PartiQLDelete",
					"dynamodb:PartiQLInsert", "dynamodb:PartiQLUpdate", "dynamodb:PutItem", "dynamodb:UpdateItem",
				},
				Resources: []string{"arn:{partition}:dynamodb:{region}:{account}:table/{table}"},
				Why:       "access dynamodb: the function writes and deletes items of the table {table}, in transactions too",
			},
			useKey([]string{Read}, "access dynamodb: the table {table} is encrypted with the key {key}, which DynamoDB uses with the permissions of its caller", "kms:Decrypt", "kms:DescribeKey"),
			useKey(writes, "access dynamodb: the table {table} is encrypted with the key {key}, which DynamoDB uses with the permissions of its caller",
				"kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"),
		},
	}
}
