package aws

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonopensearchservice.html
func opensearchAccess() *Access {
	return &Access{
		ID:       "opensearch",
		Title:    "OpenSearch Service",
		Sentence: "read or write the documents of a domain over HTTP",
		Doc:      "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html",
		Params: []Param{
			{
				Name: "domain", Ask: "Domain", Help: "name of the domain",
				Type: Text, Pattern: `[a-z][a-z0-9-]{2,27}`, Want: "3 to 28 lower-case letters, digits and -, a letter first", Example: "orders", Placeholder: "SEARCH_DOMAIN",
			},
			{
				Name: "mode", Ask: "Mode", Help: "read sends GET and HEAD, so that a search is GET too; write sends the other methods, POST searches among them",
				Type: Text, Default: Read, Enum: []string{Read, Write, ReadWrite},
			},
		},
		Statements: []Statement{
			{
				Sid: "ReadDocuments", Modes: reads,
				Actions:   []string{"es:ESHttpGet", "es:ESHttpHead"},
				Resources: []string{"arn:{partition}:es:{region}:{account}:domain/{domain}/*"},
				Why:       "access opensearch: the function reads documents of the domain {domain}",
			},
			{
				Sid: "WriteDocuments", Modes: writes,
				Actions:   []string{"es:ESHttpDelete", "es:ESHttpPatch", "es:ESHttpPost", "es:ESHttpPut"},
				Resources: []string{"arn:{partition}:es:{region}:{account}:domain/{domain}/*"},
				Why:       "access opensearch: the function writes documents of the domain {domain}",
			},
		},
	}
}
