package spec

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// CheckTriggerName returns why name cannot be the name of a trigger, "" where it can. Files are named by it.
func CheckTriggerName(name string) string {
	switch {
	case !plainName(name) || strings.Contains(name, "_") || len(name) > 63 || !letter(name[0]):
		return "want 1 to 63 letters, digits and -, a letter first"
	case strings.EqualFold(name, aws.Direct.ID):
		return "want another name: direct is the invocation that every function has"
	case windowsName(name):
		return "want a name that Windows does not keep for a device: files are named by it"
	}
	return ""
}

func letter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// triggerNames checks the names of triggers, which differ in more than case, and gives one to each that has none: its id,
// then id-2 and so on.
func (r *resolver) triggerNames() {
	taken := map[string]bool{}
	for i, u := range r.s.Triggers {
		path := Path("triggers", i, "name")
		switch lower := strings.ToLower(u.Name); {
		case u.Name == "":
		case CheckTriggerName(u.Name) != "":
			r.Add(path, is("name", u.Name), CheckTriggerName(u.Name))
		case taken[lower]:
			r.Add(path, is("name", u.Name), "want a name that no other trigger has, in letters of any case")
		default:
			taken[lower] = true
		}
	}
	for i := range r.s.Triggers {
		u := &r.s.Triggers[i]
		for n := 1; u.Name == "" && u.ID != ""; n++ {
			name := u.ID
			if n > 1 {
				name += "-" + strconv.Itoa(n)
			}
			if !taken[strings.ToLower(name)] {
				u.Name = name
				taken[strings.ToLower(name)] = true
			}
		}
	}
}

// sameTriggers finds triggers that no event tells apart: the same parameters, and one source. A source that the template
// creates for each trigger by name is another one each time.
func (r *resolver) sameTriggers() {
	for i, u := range r.s.Triggers {
		for _, other := range r.s.Triggers[:i] {
			if u.ID == other.ID && u.ID != "" && oneSource(u) && reflect.DeepEqual(u.Params, other.Params) {
				r.Add(Path("triggers", i), fmt.Sprintf("the trigger %q says the same as %q", u.Name, other.Name), "want another source, or one of them alone")
				break
			}
			if u.ID == other.ID && oneSource(u) && oneSource(other) && identity(u) == identity(other) {
				r.beside(Path("triggers", i), u, other)
			}
		}
	}
}

// beside checks the parameters of a trigger against those of another with the same source.
func (r *resolver) beside(path string, u, other Use) {
	for _, p := range aws.FindTrigger(u.ID).Params {
		mine, ok := u.Params[p.Name].(string)
		theirs, both := other.Params[p.Name].(string)
		if p.Beside == nil || !ok || !both {
			continue
		}
		if why := p.Beside(theirs, mine); why != "" {
			r.Add(path+"."+p.Name, fmt.Sprintf("%s is %q beside %q", p.Name, mine, theirs), why)
		}
	}
}

// identity is what names the source of a trigger, "" where nothing does.
func identity(u Use) string {
	for _, p := range aws.FindTrigger(u.ID).Params {
		if text, ok := u.Params[p.Name].(string); ok && p.Identifies {
			return text
		}
	}
	return ""
}

// oneSource tells whether two uses with the parameters of u are about one source: it exists, or they share the created one.
func oneSource(u Use) bool {
	t := aws.FindTrigger(u.ID)
	if t == nil {
		return false
	}
	for _, p := range t.Params {
		if _, given := u.Params[p.Name]; given && p.Identifies {
			return true
		}
	}
	return t.Shared
}

// accessTrigger checks a parameter called trigger: it names a trigger of the same service, and stands instead of what
// identifies the source there, the bucket for example. One of the two is wanted only where the access would otherwise be
// about a source that nobody named.
func (r *resolver) accessTrigger(path string, u *Use) {
	name, ok := u.Params["trigger"].(string)
	if !ok {
		return
	}
	at := path + ".trigger"
	var names []string
	for _, t := range r.s.Triggers {
		if t.ID == u.ID {
			names = append(names, t.Name)
		}
	}
	if !slices.Contains(names, name) {
		want := fmt.Sprintf("want the name of a trigger %s of this function, and it has none", u.ID)
		if len(names) > 0 {
			want = fmt.Sprintf("want the name of a trigger %s of this function: %s", u.ID, strings.Join(names, ", "))
		}
		r.Add(at, is("trigger", name), want).Hint = didYouMean(name, names)
		return
	}
	for _, p := range aws.FindTrigger(u.ID).Params {
		if _, given := u.Params[p.Name]; given && p.Identifies {
			r.Add(path+"."+p.Name, fmt.Sprintf("%s is given and trigger too", p.Name), fmt.Sprintf("want one of them: the %s is that of the trigger %q", p.Name, name))
		}
	}
}
