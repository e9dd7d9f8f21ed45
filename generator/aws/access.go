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

// Accesses returns all access of the catalogue, sorted by id.
func Accesses() []*Access { return accesses }

var accesses = []*Access{
	&bedrockAccess, &cloudwatchAccess, &dynamodbAccess, &eventbridgeAccess, &firehoseAccess, &kinesisAccess, &kmsAccess,
	&lambdaAccess, &opensearchAccess, &rdsDataAccess, &s3Access, &secretsmanagerAccess, &sesAccess, &snsAccess, &sqsAccess,
	&ssmAccess, &statementAccess, &stepFunctionsAccess, &vpcAccess,
}

// FindAccess returns the access called id, nil where there is none.
func FindAccess(id string) *Access {
	for _, a := range accesses {
		if a.ID == id {
			return a
		}
	}
	return nil
}
