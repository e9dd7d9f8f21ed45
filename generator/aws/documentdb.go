package aws

// https://docs.aws.amazon.com/lambda/latest/dg/with-documentdb.html
func documentDB() *Trigger {
	return &Trigger{
		ID:       "documentdb",
		Title:    "DocumentDB change stream",
		Sentence: "changes of documents in a database or collection, in batches",
		Model:    Poll,
		Doc:      "https://docs.aws.amazon.com/lambda/latest/dg/with-documentdb.html",
		Params: []Param{
			{
				Name: "cluster", Ask: "Name of the cluster", Help: "identifier of an existing DocumentDB cluster whose change streams are on",
				Type: Text, Pattern: `[A-Za-z][A-Za-z0-9-]{0,62}`, Want: "1 to 63 letters, digits and -, a letter first", Example: "shop", Placeholder: "CLUSTER", Identifies: true,
			},
			{
				Name: "database", Ask: "Database", Help: "name of the database",
				Type: Text, Pattern: `[^ /.$\\]{1,63}`, Want: "1 to 63 characters, no blank and none of / . $ \\", Example: "shop", Placeholder: "DATABASE",
			},
			{
				Name: "collection", Ask: "Collection", Help: "name of the collection; without it all of the database",
				Type: Text, Pattern: `[A-Za-z_][A-Za-z0-9_.-]{0,56}`, Want: "1 to 57 letters, digits and _ . -, a letter or _ first", Example: "orders",
			},
			secretParam, batchParam("100"), windowParam(1), startParam, keyParam,
		},
		Mapping: &Mapping{
			Request: `{
  "EventSourceArn": "arn:{partition}:rds:{region}:{account}:cluster:{cluster}",
  "DocumentDBEventSourceConfig": {"DatabaseName": "{database}", "CollectionName?": "{collection}", "FullDocument": "UpdateLookup"},
  "SourceAccessConfigurations": [{"Type": "BASIC_AUTH", "URI": "arn:{partition}:secretsmanager:{region}:{account}:secret:{secret}"}],
  "BatchSize": "{batch}",
  "MaximumBatchingWindowInSeconds?": "{window}",
  "StartingPosition": "{start}"
}`,
			Why: "Lambda reads the changes of {database} in the cluster {cluster}, with the secret that the execution role may read, so nobody needs a permission to invoke",
		},
		Grants: append([]Statement{
			{
				Sid:       "DescribeCluster",
				Actions:   []string{"rds:DescribeDBClusters"},
				Resources: []string{"arn:{partition}:rds:{region}:{account}:cluster:{cluster}"},
				Why:       "trigger {trigger}: Lambda looks the cluster {cluster} up",
			},
			{
				Sid:       "DescribeClusterParameters",
				Actions:   []string{"rds:DescribeDBClusterParameters"},
				Resources: []string{"arn:{partition}:rds:{region}:{account}:cluster-pg:*"},
				Why:       "trigger {trigger}: Lambda looks up the cluster's parameter group, whose name may change",
			},
			{
				Sid:       "DescribeSubnetGroups",
				Actions:   []string{"rds:DescribeDBSubnetGroups"},
				Resources: []string{"arn:{partition}:rds:{region}:{account}:subgrp:*"},
				Why:       "trigger {trigger}: Lambda looks up the cluster's subnet group, whose name may change",
			},
			secretGrant, decryptGrant,
		}, networkGrants("")...),
		Event: Event{
			Marks: []Mark{
				{Path: Path{"eventSource"}, Test: Is, Value: "aws:docdb"},
				{Path: Path{"eventSourceArn", Resource}, Test: Is, Value: "{cluster}", Apart: true, Environment: true},
				{Path: Path{"events", First, "event", "ns", "db"}, Test: Is, Value: "{database}", Apart: true},
				{Path: Path{"events", First, "event", "ns", "coll"}, Test: Is, Value: "{collection}", Apart: true},
			},
			Each: Path{"events"},
			Keys: []Place{{Path: Path{"event", "fullDocument"}}},
			Facts: []Fact{
				{Name: "operation", Path: Path{"event", "operationType"}, Why: "what happened: insert, update, delete ..."},
				{Name: "documentKey", Path: Path{"event", "documentKey?"}, Why: "id of the document"},
				{Name: "collection", Path: Path{"event", "ns", "coll"}, Why: "name of the collection"},
			},
			Sample: `{
  "eventSource": "aws:docdb",
  "eventSourceArn": "arn:{partition|sample}:rds:{region|sample}:{account|sample}:cluster:{cluster|sample}",
  "events": [
    {
      "event": {
        "_id": {"_data": "0163eeb6e7000000090100000009000041e1"},
        "clusterTime": {"$timestamp": {"t": 1767323045, "i": 9}},
        "documentKey": {"_id": {"$oid": "63eeb6e7d418cd98afb1c1d7"}},
        "fullDocument": "{keys}",
        "ns": {"db": "{database|sample}", "coll": "orders"},
        "operationType": "insert"
      }
    }
  ]
}`,
		},
		Reply: Reply{Kind: Ignore, Why: "Lambda takes no answer; when the handler fails for one change, the whole batch comes again"},
		Note:  "AWS does not say whether a mapping of a change stream needs a place to start; this one names it",
	}
}
