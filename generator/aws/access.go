package aws

// Access is something that the function may do beside logging: the statements that its execution policy gets for it.
type Access struct {
	ID, Title, Sentence, Doc string
	Params                   []Param
	Statements               []Statement
	Refuse                   func(given func(param string) string) (param, why string) // parameters that cannot stand together; may be nil
	Function                 string                                                    // what it adds to the function's configuration, a JSON object with holes as CreateFunction takes it
}

// Modes of access.
const (
	Read      = "read"
	Write     = "write"
	ReadWrite = "readwrite"
)

// What the modes are called together: those in which something is read, and those in which it is written.
var (
	reads  = []string{Read, ReadWrite}
	writes = []string{Write, ReadWrite}
)

var modeParam = Param{
	Name: "mode", Ask: "Mode", Help: "what the function does with it",
	Type: Text, Default: Read, Enum: []string{Read, Write, ReadWrite},
}

// writeModeParam is for what functions mostly write to.
var writeModeParam = Param{
	Name: "mode", Ask: "Mode", Help: "what the function does with it",
	Type: Text, Default: Write, Enum: []string{Read, Write, ReadWrite},
}

// Accesses returns all access of the catalogue, sorted by id. It makes each of them, as Triggers does.
func Accesses() []*Access { return all(accesses) }

// AccessIDs returns the ids of all access, sorted.
func AccessIDs() []string { return ids(accesses) }

// FindAccess returns the access called id, nil where there is none.
func FindAccess(id string) *Access { return find(accesses, id) }

// The access, sorted by id.
var accesses = []entry[Access]{
	{id: "bedrock", make: bedrockAccess},
	{id: "cloudwatch", make: cloudwatchAccess},
	{id: "dynamodb", make: dynamodbAccess},
	{id: "eventbridge", make: eventbridgeAccess},
	{id: "firehose", make: firehoseAccess},
	{id: "kinesis", make: kinesisAccess},
	{id: "kms", make: kmsAccess},
	{id: "lambda", make: lambdaAccess},
	{id: "opensearch", make: opensearchAccess},
	{id: "rds-data", make: rdsDataAccess},
	{id: "s3", make: s3Access},
	{id: "secretsmanager", make: secretsmanagerAccess},
	{id: "ses", make: sesAccess},
	{id: "sns", make: snsAccess},
	{id: "sqs", make: sqsAccess},
	{id: "ssm", make: ssmAccess},
	{id: "statement", make: statementAccess},
	{id: "step-functions", make: stepFunctionsAccess},
	{id: "vpc", make: vpcAccess},
}
