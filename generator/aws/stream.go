package aws

// What mappings of streams, which are read in order, have in common.
// https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html#kinesis-polling-and-batching

func retriesParam() Param {
	return Param{
		Name: "retries", Ask: "How often a failing record comes again", Help: "then it is given up, so that it does not hold up those behind it until it expires",
		Type: Integer, Default: "5", Refuse: between(0, 10000), Want: "0 to 10000",
	}
}

func parallelParam() Param {
	return Param{
		Name: "parallel", Ask: "Batches of a shard at once", Help: "how many batches of one shard are handled at once; the order by partition key stays",
		Type: Integer, Refuse: between(1, 10), Want: "1 to 10", Example: "2",
	}
}

const streamRequest = `"BatchSize": "{batch}",
  "MaximumBatchingWindowInSeconds?": "{window}",
  "StartingPosition": "{start}",
  "MaximumRetryAttempts": "{retries}",
  "BisectBatchOnFunctionError": true,
  "ParallelizationFactor?": "{parallel}",
  "FunctionResponseTypes": ["ReportBatchItemFailures"],
  ` + failureDestination

// inOrder holds for every batch of a stream.
var inOrder = Mark{Test: Always}

const streamReplyWhy = "Lambda comes again with the first record that is named as failed and all behind it"
