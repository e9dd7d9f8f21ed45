package prompt

import (
	"fmt"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

func (i *Interview) account() (err error) {
	i.Spec.Account, err = i.asker.Input(Input{
		Message: "AWS account (Enter to leave it open)", Help: "twelve digits; left open, the policies hold ${AWS_ACCOUNT_ID}",
		Check: func(text string) string { return placeProblem("account", text, aws.CheckAccount) },
	})
	return err
}

// region suggests what the environment says. Where it does, none leaves the region open.
func (i *Interview) region() error {
	q := Input{
		Message: "AWS region (Enter to leave it open)", Help: "left open, the policies hold ${AWS_REGION}",
		Check: func(text string) string { return placeProblem("region", text, aws.CheckRegion) },
	}
	for _, region := range i.Regions {
		if q.Default == "" && region != "" && aws.CheckRegion(region) == "" {
			q.Message, q.Default = "AWS region (none to leave it open)", region
		}
	}
	answer, err := i.asker.Input(q)
	if answer != none {
		i.Spec.Region = answer
	}
	return err
}

func placeProblem(field, text string, check func(string) string) string {
	if text == "" || text == none && field == "region" {
		return ""
	}
	if want := check(text); want != "" {
		return fmt.Sprintf("%s is %q: %s", field, text, want)
	}
	return ""
}

func (i *Interview) deploy() error {
	about := map[string]string{spec.SAM: "template.yaml for AWS SAM and CloudFormation", spec.None: "with the commands in policies/README.md"}
	q := Select{Message: "Deploy", Default: i.resolved().Deploy}
	for _, how := range spec.Deploys() {
		q.Options = append(q.Options, Option{how, about[how]})
	}
	answer, err := i.asker.Select(q)
	if answer != q.Default {
		i.Spec.Deploy = answer
	}
	return err
}
