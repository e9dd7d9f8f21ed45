package aws

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrdsdataapi.html
func rdsDataAccess() *Access {
	return &Access{
		ID:       "rds-data",
		Title:    "RDS Data API",
		Sentence: "run SQL in an Aurora cluster with the user of a secret",
		Doc:      "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.access.html",
		Params: []Param{
			{
				Name: "cluster", Ask: "Cluster", Help: "identifier of the Aurora cluster",
				Type: Text, Pattern: `[a-zA-Z][a-zA-Z0-9-]{0,62}`, Want: "1 to 63 letters, digits and -, a letter first", Example: "orders", Placeholder: "DB_CLUSTER",
			},
			{
				Name: "secret", Ask: "Secret", Help: "the secret with the database user: " + secretHelp,
				Type: Text, Pattern: secretPattern, Also: secretAlso, Want: secretWant, Example: "prod/orders/db", Placeholder: "DB_SECRET",
			},
			keyParam,
		},
		Statements: []Statement{
			{
				Sid:       "RunSQL",
				Actions:   []string{"rds-data:BatchExecuteStatement", "rds-data:BeginTransaction", "rds-data:CommitTransaction", "rds-data:ExecuteStatement", "rds-data:RollbackTransaction"},
				Resources: []string{"arn:{partition}:rds:{region}:{account}:cluster:{cluster}"},
				Why:       "access rds-data: the function runs SQL in the cluster {cluster}",
			},
			{
				Sid:       "ReadDatabaseUser",
				Actions:   []string{"secretsmanager:GetSecretValue"},
				Resources: secretARNs,
				Why:       "access rds-data: the Data API reads the database user from the secret {secret} for the function; Secrets Manager ends its ARN in six characters of its own, which the name may have already",
			},
			useKey(nil, "access rds-data: the secret {secret} is encrypted with the key {key}", "kms:Decrypt"),
		},
	}
}
