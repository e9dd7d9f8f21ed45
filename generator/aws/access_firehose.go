package aws

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonkinesisfirehose.html
func firehoseAccess() *Access {
	return &Access{
		ID:       "firehose",
		Title:    "Data Firehose",
		Sentence: "write records to a delivery stream",
		Doc:      "https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html",
		Params: []Param{{
			Name: "delivery-stream", Ask: "Delivery stream", Help: "name of the delivery stream",
			Type: Text, Pattern: `[a-zA-Z0-9_.-]{1,64}`, Want: "1 to 64 letters, digits and _ . -", Example: "clicks", Placeholder: "DELIVERY_STREAM",
		}},
		Statements: []Statement{{
			Sid:       "DeliverRecords",
			Actions:   []string{"firehose:PutRecord", "firehose:PutRecordBatch"},
			Resources: []string{"arn:{partition}:firehose:{region}:{account}:deliverystream/{delivery-stream}"},
			Why:       "access firehose: the function writes records to the delivery stream {delivery-stream}",
		}},
	}
}
