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
				Name: "index", Ask: "Indexes", Help: "names of indexes and aliases that are searched by POST, as clients do, although the mode is read",
				Type: List, Pattern: `[a-z0-9.][a-z0-9._-]{0,254}`, Want: "1 to 255 lower-case letters, digits and . _ -, no _ or - first", Example: "orders",
			},
			{
				Name: "mode", Ask: "Mode", Help: "read sends GET and HEAD, and searches the indexes by POST; write sends the other methods",
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
			// https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html#ac-reference
			{
				Sid: "SearchIndexes", Modes: []string{Read}, Needs: "index",
				Actions: []string{"es:ESHttpPost"},
				Resources: []string{
					"arn:{partition}:es:{region}:{account}:domain/{domain}/{index}/_count", "arn:{partition}:es:{region}:{account}:domain/{domain}/{index}/_mget",
					"arn:{partition}:es:{region}:{account}:domain/{domain}/{index}/_msearch", "arn:{partition}:es:{region}:{account}:domain/{domain}/{index}/_search",
				},
				Why: "access opensearch: clients send a search in the body of a POST, which is allowed for searches alone",
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
