package aws

// Access is something that the function may do beside logging: the statements that its execution policy gets for it.
type Access struct {
	ID, Title, Sentence, Doc string
	Params                   []Param
	Statements               []Statement
}

// Modes of access.
const (
	Read      = "read"
	Write     = "write"
	ReadWrite = "readwrite"
)

var modeParam = Param{
	Name: "mode", Ask: "Mode", Help: "what the function does with it",
	Type: Text, Default: Read, Enum: []string{Read, Write, ReadWrite},
}

// Accesses returns all access of the catalogue, sorted by id.
func Accesses() []*Access { return []*Access{&dynamodbAccess, &s3Access, &statementAccess} }

// FindAccess returns the access called id, nil where there is none.
func FindAccess(id string) *Access {
	for _, a := range Accesses() {
		if a.ID == id {
			return a
		}
	}
	return nil
}

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
var s3Access = Access{
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
		modeParam,
	},
	Statements: []Statement{
		{
			Sid: "ReadObjects", Modes: []string{Read, ReadWrite},
			Actions:   []string{"s3:GetObject"},
			Resources: []string{"arn:{partition}:s3:::{bucket}/{prefix}*"},
			Why:       "access s3: the function reads objects of {bucket}",
		},
		{
			Sid: "ListBucket", Modes: []string{Read, ReadWrite},
			Actions:   []string{"s3:ListBucket"},
			Resources: []string{"arn:{partition}:s3:::{bucket}"},
			Condition: []Condition{{"StringLike", "s3:prefix", "{prefix?}*"}},
			Why:       "access s3: the function lists {bucket}, and learns that an object is missing (404) and not forbidden (403)",
		},
		{
			Sid: "WriteObjects", Modes: []string{Write, ReadWrite},
			Actions:   []string{"s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"},
			Resources: []string{"arn:{partition}:s3:::{bucket}/{prefix}*"},
			Why:       "access s3: the function writes and deletes objects of {bucket}",
		},
	},
}

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html
var dynamodbAccess = Access{
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
		modeParam,
	},
	Statements: []Statement{
		{
			Sid: "ReadItems", Modes: []string{Read, ReadWrite},
			Actions:   []string{"dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan"},
			Resources: []string{"arn:{partition}:dynamodb:{region}:{account}:table/{table}"},
			Why:       "access dynamodb: the function reads items of the table {table}",
		},
		{
			Sid: "ReadIndexes", Modes: []string{Read, ReadWrite}, Needs: "index",
			Actions:   []string{"dynamodb:Query", "dynamodb:Scan"},
			Resources: []string{"arn:{partition}:dynamodb:{region}:{account}:table/{table}/index/{index}"},
			Why:       "access dynamodb: the function queries indexes of the table {table}",
		},
		{
			Sid: "WriteItems", Modes: []string{Write, ReadWrite},
			Actions:   []string{"dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:UpdateItem"},
			Resources: []string{"arn:{partition}:dynamodb:{region}:{account}:table/{table}"},
			Why:       "access dynamodb: the function writes and deletes items of the table {table}",
		},
	},
}

// statementAccess is the escape hatch: its one statement is what its parameters say.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html
var statementAccess = Access{
	ID:       "statement",
	Title:    "Any statement",
	Sentence: "a statement of your own, written into the execution policy as it is",
	Doc:      "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html",
	Params: []Param{
		{
			Name: "actions", Ask: "Actions", Help: "IAM actions, sts:GetCallerIdentity for example",
			Type: List, Required: true, Pattern: `\*|[a-zA-Z0-9-]+:[a-zA-Z0-9*?]+`, Want: "an action like dynamodb:GetItem", Example: "sts:GetCallerIdentity",
		},
		{
			Name: "resources", Ask: "Resources", Help: "ARNs, or * for actions that know no resource",
			Type: List, Required: true, Pattern: `\*|arn:[^\s]+`, Want: "an ARN, or * where the action knows no resource", Example: "*",
		},
		{
			Name: "effect", Ask: "Effect", Help: "whether the statement allows or denies",
			Type: Text, Default: "Allow", Enum: []string{"Allow", "Deny"},
		},
		{
			Name: "sid", Ask: "Statement id", Help: "Sid of the statement",
			Type: Text, Pattern: `[A-Za-z0-9]{1,100}`, Want: "letters and digits", Example: "WhoAmI",
		},
		{
			Name: "condition", Ask: "Condition", Help: "the Condition block as a JSON object",
			Type: Object, Example: `{"Bool":{"aws:SecureTransport":"true"}}`,
		},
	},
	Statements: []Statement{{
		Sid: "{sid}", Actions: []string{"{actions}"}, Resources: []string{"{resources}"},
		Why: "access statement: written in scaffold.yaml",
	}},
}
