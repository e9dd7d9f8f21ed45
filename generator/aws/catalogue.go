package aws

// Triggers returns all triggers of the catalogue, sorted by id.
func Triggers() []*Trigger { return triggers }

var triggers = []*Trigger{
	&albTrigger,
	&activeMQ,
	&rabbitMQ,
	&apigatewayHTTP,
	&apigatewayREST,
	&apigatewayWebSocket,
	&cloudfrontOAC,
	&documentDB,
	&dynamodbStreams,
	&functionURLIAM,
	&functionURLNone,
	&kinesisTrigger,
	&mskTrigger,
	&s3Trigger,
	&selfManagedKafka,
	&sqsTrigger,
	&vpcLattice,
}

// FindTrigger returns the trigger called id, nil where there is none.
func FindTrigger(id string) *Trigger {
	for _, t := range triggers {
		if t.ID == id {
			return t
		}
	}
	return nil
}

// Direct is the direct invocation that every function has beside its triggers.
// https://docs.aws.amazon.com/lambda/latest/dg/invocation-sync.html
var Direct = Trigger{
	ID:       "direct",
	Title:    "Direct invocation",
	Sentence: "the Invoke API: the JSON that the caller sends is the event",
	Model:    None,
	Doc:      "https://docs.aws.amazon.com/lambda/latest/dg/invocation-sync.html",
	Event:    Event{Keys: []Place{{Path: Path{Whole}}}, Sample: `"{keys}"`},
	Reply:    Reply{Kind: Value, Why: "the caller gets the value as JSON"},
}
