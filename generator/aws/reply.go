package aws

// Reply says what the caller wants back.
type Reply struct {
	Kind ReplyKind
	Why  string // a sentence on what happens with the answer

	Shape   string // Shaped, Records: the answer, JSON with holes
	Placed  bool   // Shaped: every value is placed in the shape; else an object that the handler returns is the answer itself
	Nothing string // Shaped: the answer where the handler returned nothing, JSON with holes; "" is Shape
	Done    string // Records: what became of a record for which the handler returned a value; JSON with holes
	Same    string // Records: of one for which it returned nothing
	Dropped string // Records: of one for which it returned null
	Failed  string // Records: of one for which it failed

	ID      Path  // Failures: from a record to what names it in the reply
	Ordered *Mark // Failures: it holds for batches in which no record may overtake another; nil: none is

	Report *Report // Reported: who is told, and what
}

// ReplyKind is one of the ways in which a caller takes the handler's answer.
type ReplyKind string

const (
	Value  ReplyKind = "value"  // the value itself
	Ignore ReplyKind = "ignore" // nothing; only failing matters
	HTTP   ReplyKind = "http"   // a proxy response: statusCode, headers, body

	Failures ReplyKind = "failures" // the records that failed: batchItemFailures
	Echo     ReplyKind = "echo"     // the event itself, in which the handler has filled in the response
	Shaped   ReplyKind = "shape"    // an object of a form of its own, in which the handler's value stands
	Records  ReplyKind = "records"  // what became of each record, in an object of a form of its own
	Reported ReplyKind = "report"   // nothing: a service is told what became of the event
)

// Report says how a service that takes no answer is told what became of an event. The function that tells it is a value
// which tests replace, so that they need no AWS.
//
// Where the handler returned an object, its members are laid over what the service is told, so that it can say more;
// another value is told as Value says, and nothing (or null) adds nothing. Where the handler failed, the error is logged and told,
// and the invocation succeeds: a second one would tell a second time. Where the telling itself fails, the invocation fails.
type Report struct {
	Service Service
	URL     Path // from the event to the URL where what is told is PUT as JSON, without a content type; none: the SDK is called
	Done    Call
	Failed  *Call  // nil: the service is told nothing, and the invocation fails with the handler's error
	Value   string // JSON with holes, an object: its members are told besides, where the handler returned a value that is no object
}

// Service is an AWS service as its SDKs name it. Other names follow from the first: @aws-sdk/client-config-service and its class
// ConfigService in JavaScript, configservice in Go, for Config Service.
type Service struct {
	ID  string // serviceId of the service's model
	CLI string // as the AWS CLI and boto3 have it: config
}

// Call is one request to a service.
type Call struct {
	Operation string // PutJobSuccessResult for example; "" where it is PUT to a URL
	Input     string // JSON with holes, an object
}

// Holes of shapes: {result} is what the handler returned, {results} what became of each record, {error} the message of what
// went wrong; {event/name} and {record/name} are values of the event and the record, whose path may have operations too.
// {result|form} writes it in one of these forms, and {result|yes:no} writes the text yes where it is true, and nothing else
// that counts as true, and no elsewhere; an empty yes is null. {this or that} is that where this is not there, {this or =text} the text.
const (
	ShapeText   = "text"   // a string as it is, another value as JSON
	ShapeJSON   = "json"   // as JSON text
	ShapeBase64 = "base64" // its text in base64
	ShapeTrue   = "true"   // whether it is true, and nothing else that counts as true
	ShapeObject = "object" // where it is an object; else it is not there
	ShapeShort  = "short"  // of {error}: at most 500 characters
	ShapeTime   = "time"   // of a text in ISO 8601: as the SDK takes times
	ShapeChoice = "choice" // yes:no
)
