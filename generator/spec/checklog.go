package spec

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// logParam returns a parameter of a log choice of the catalogue.
func logParam(choice, name string) *aws.Param {
	return aws.FindParam(aws.FindLogChoice(choice).Params, name)
}

// logging checks how the function logs and fills in the group, who creates it, the format and the level.
func (r *resolver) logging() {
	l := &r.s.Logging
	if l.None {
		if *l != (Logging{None: true}) {
			r.Add("logging", "logging is none and something else too", "want none alone, or what is logged without it")
		}
		return
	}
	group := logParam("cloudwatch", "group")
	if l.Group == "" {
		l.Group = strings.ReplaceAll(group.Default, "{function}", r.s.Name)
	} else {
		r.text("logging.group", group, l.Group)
	}
	if l.Create == nil {
		create := r.s.Deploy == SAM
		l.Create = &create
	}
	r.logFormat(l)
	if l.Retention == 0 {
		return
	}
	before := len(r.Problems)
	r.text("logging.retention", logParam("cloudwatch", "retention"), strconv.Itoa(l.Retention))
	if !*l.Create && len(r.Problems) == before {
		r.Add("logging.retention", fmt.Sprintf("retention is %d and the function creates the group itself", l.Retention),
			"want create: true: only a group that is declared beforehand has a retention").
			hint(fmt.Sprintf("-l cloudwatch:create=true,retention=%d", l.Retention), "create: true")
	}
}

func (r *resolver) logFormat(l *Logging) {
	if l.Format == "" {
		l.Format = FormatText
	}
	r.oneOf("logging.format", l.Format, []string{FormatText, FormatJSON})
	level := logParam("json", "level")
	switch {
	case l.Level != "" && l.Format != FormatJSON:
		r.Add("logging.level", is("level", l.Level), "want format: json too: plain text has no levels").
			hint("-l json:level="+quoteWord(l.Level), "format: json")
	case l.Level != "":
		r.text("logging.level", level, l.Level)
	case l.Format == FormatJSON:
		l.Level = level.Default
	}
}
