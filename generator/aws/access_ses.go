package aws

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsimpleemailservicev2.html
func sesAccess() *Access {
	return &Access{
		ID:       "ses",
		Title:    "SES",
		Sentence: "send e-mail from an identity",
		Doc:      "https://docs.aws.amazon.com/ses/latest/dg/control-user-access.html",
		Params: []Param{
			{
				Name: "identity", Ask: "Identity", Help: "domain or e-mail address that is verified in SES; in the sandbox each recipient's identity needs an access too",
				Type: Text, Pattern: `[A-Za-z0-9._%+=@-]{3,320}`, Want: "a domain or an e-mail address", Example: "example.com", Placeholder: "SES_IDENTITY",
			},
			{
				Name: "from", Ask: "Sender", Help: "only e-mail that is sent from this address",
				Type: Text, Pattern: `[A-Za-z0-9._%+=-]{1,64}@[A-Za-z0-9.-]{1,255}`, Want: "an e-mail address", Example: "orders@example.com",
			},
			{
				Name: "configuration", Ask: "Configuration set", Help: "name of the configuration set that the function names or the identity has as its default",
				Type: Text, Pattern: `[A-Za-z0-9_-]{1,64}`, Want: "1 to 64 letters, digits, - and _", Example: "orders",
			},
			{
				Name: "template", Ask: "Template", Help: "name of the e-mail template that the function sends",
				Type: Text, Pattern: `[A-Za-z0-9_-]{1,64}`, Want: "1 to 64 letters, digits, - and _", Example: "receipt",
			},
		},
		Statements: []Statement{
			{
				Sid:       "SendEmail",
				Actions:   []string{"ses:SendEmail", "ses:SendRawEmail"},
				Resources: []string{"arn:{partition}:ses:{region}:{account}:identity/{identity}"},
				Condition: []Condition{{"StringEquals", "ses:FromAddress", "{from?}"}},
				Why:       "access ses: the function sends e-mail from {identity}",
			},
			{
				Sid: "UseConfigurationSet", Needs: "configuration",
				Actions:   []string{"ses:SendEmail", "ses:SendRawEmail"},
				Resources: []string{"arn:{partition}:ses:{region}:{account}:configuration-set/{configuration}"},
				Why:       "access ses: e-mail is sent with the configuration set {configuration}, which SES checks beside the identity",
			},
			{
				Sid: "ConfigureTemplate", Needs: "template configuration",
				Actions:   templateActions,
				Resources: []string{"arn:{partition}:ses:{region}:{account}:configuration-set/{configuration}"},
				Why:       "access ses: e-mail that is made from a template is sent with the configuration set {configuration}",
			},
			{
				Sid: "SendTemplate", Needs: "template",
				Actions:   templateActions,
				Resources: []string{"arn:{partition}:ses:{region}:{account}:identity/{identity}"},
				Condition: []Condition{{"StringEquals", "ses:FromAddress", "{from?}"}},
				Why:       "access ses: the function sends e-mail that is made from a template from {identity}, to one or to many",
			},
			{
				Sid: "UseTemplate", Needs: "template",
				Actions:   append([]string{"ses:SendEmail"}, templateActions...),
				Resources: []string{"arn:{partition}:ses:{region}:{account}:template/{template}"},
				Why:       "access ses: e-mail is made from the template {template}, which SES checks beside the identity",
			},
		},
	}
}

// templateActions are the calls of both versions of the API that send what a template makes. A configuration set is checked
// for them too.
// https://docs.aws.amazon.com/ses/latest/dg/send-personalized-email-api.html
var templateActions = []string{"ses:SendBulkEmail", "ses:SendBulkTemplatedEmail", "ses:SendTemplatedEmail"}
