package aws

// Callers of the Invoke API whose events are what they send: nothing in them says who sent them, so the code treats them as
// direct invocations.
var sentEvent = Event{Keys: []Place{{Path: Path{Whole}}}, Sample: `"{keys}"`}

// https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
const resourceBasedDoc = "https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html"

func awsAccount() *Trigger {
	return &Trigger{
		ID:       "aws-account",
		Title:    "Another account",
		Sentence: "the Invoke API, called from another account or by one of its roles",
		Model:    Push,
		Doc:      resourceBasedDoc,
		Params: []Param{{
			Name: "caller", Ask: "Who may invoke", Help: "an account, or the ARN of a role or user; that account must allow its identities lambda:InvokeFunction too",
			Type: Text, Pattern: principalPattern, Want: principalWant, Example: "210987654321", Placeholder: "CALLER_ACCOUNT", Identifies: true,
		}},
		Invoke: []Permission{{Principal: "{caller}", Why: "{caller} may invoke the function; in an account, whoever that account allows to"}},
		Event:  sentEvent,
		Reply:  Reply{Kind: Value, Why: "the caller gets the value as JSON"},
	}
}

func awsOrganization() *Trigger {
	return &Trigger{
		ID:       "aws-organization",
		Title:    "An organization's accounts",
		Sentence: "the Invoke API, called from any account of an organization",
		Model:    Push,
		Doc:      resourceBasedDoc,
		Params: []Param{{
			Name: "organization", Ask: "Id of the organization", Help: "the accounts of this organization may invoke, where they allow their identities to",
			Type: Text, Pattern: `o-[a-z0-9]{10,32}`, Want: "an id like o-a1b2c3d4e5", Example: "o-a1b2c3d4e5", Placeholder: "ORGANIZATION_ID", Identifies: true,
		}},
		Invoke: []Permission{{
			Principal: "*", PrincipalOrgID: "{organization}",
			Why: "identities in accounts of the organization {organization} may invoke the function; this permission covers nobody else",
		}},
		Event: sentEvent,
		Reply: Reply{Kind: Value, Why: "the caller gets the value as JSON"},
	}
}
