package main

import (
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// specFlags gives a command the flags that say something of a Spec.
func specFlags(cmd *cobra.Command, s *spec.Flags) {
	f := cmd.Flags()
	f.StringVarP(&s.Runtime, "runtime", "r", "", "a `RUNTIME` of scaffold list runtimes, or its language (default node)")
	f.StringVar(&s.Language, "language", "", "the `LANGUAGE`, where a runtime serves several")
	f.StringVar(&s.Style, "style", "", "the handler's `STYLE`: "+strings.Join(spec.AllStyles(), ", "))
	f.VarP((*texts)(&s.Keys), "key", "k", "a `KEY` of the event: name=default, name:=json, name, name:type")
	f.StringVar(&s.KeysFrom, "keys-from", "", "a Go struct `TYPE` that says the keys")
	f.VarP((*texts)(&s.Triggers), "trigger", "t", "a `TRIGGER` of scaffold list triggers: id, id:param=value,...")
	f.VarP((*texts)(&s.Access), "access", "a", "what else the function may do, `ACCESS` of scaffold list access")
	f.VarP((*texts)(&s.Logs), "log", "l", "how it logs, a `CHOICE` of scaffold list logging")
	f.StringVar(&s.OnFailure, "on-failure", "", "where asynchronous invocations go that failed, `DESTINATION`: sqs, sns, eventbridge or an ARN")
	f.StringVar(&s.Boundary, "role-boundary", "", "permissions boundary of its roles, a `POLICY` by name or ARN")
	f.StringVar(&s.RolePath, "role-path", "", "the `PATH` of its roles, /team/ for example")
	f.StringVar(&s.RoleName, "role-name", "", "the `NAME` of its execution role")
	f.StringVar(&s.Memory, "memory", "", "memory in `MB` (default 128)")
	f.StringVar(&s.Timeout, "timeout", "", "timeout in `SECONDS` (default 3)")
	f.StringVar(&s.Arch, "arch", "", "`ARCHITECTURE`: x86_64 or arm64")
	f.Var((*texts)(&s.Env), "env", "an environment variable, `NAME=VALUE`")
	f.Var((*texts)(&s.Tags), "tag", "a tag, `NAME=VALUE`")
	f.StringVar(&s.Account, "account", "", "the `ACCOUNT`, twelve digits")
	f.StringVar(&s.Region, "region", "", "the `REGION`, eu-west-1 for example")
	f.StringVar(&s.Deploy, "deploy", "", "`HOW` it is deployed: "+strings.Join(spec.Deploys(), " or "))
}

// texts is the value of a flag that may be given several times. Each is taken as it is; pflag's own value writes its
// default as CSV at each start, which no help needs.
type texts []string

func (t *texts) Set(text string) error { *t = append(*t, text); return nil }
func (t *texts) String() string        { return "" }
func (t *texts) Type() string          { return "stringArray" }

// givenSpecFlags are the flags of specFlags that the command line has, as people write them.
func givenSpecFlags(cmd *cobra.Command) (given []string) {
	own := &cobra.Command{}
	specFlags(own, new(spec.Flags))
	cmd.Flags().Visit(func(f *pflag.Flag) {
		if own.Flags().Lookup(f.Name) != nil {
			given = append(given, "--"+f.Name)
		}
	})
	return given
}

// outputFlag gives a command --output, of which the first format is the default.
func outputFlag(cmd *cobra.Command, format *string, formats ...string) {
	cmd.Flags().StringVar(format, "output", formats[0], "`FORMAT`: "+strings.Join(formats, " or "))
	_ = cmd.RegisterFlagCompletionFunc("output", cobra.FixedCompletions(formats, cobra.ShellCompDirectiveNoFileComp))
}

// oneOf refuses a word that is none of those wanted.
func oneOf(flag, word string, wanted ...string) error {
	if slices.Contains(wanted, word) {
		return nil
	}
	return refuse(flag, strings.TrimLeft(flag, "-")+" is "+strconv.Quote(word), "want one of "+strings.Join(wanted, ", "), spec.DidYouMean(word, wanted))
}
