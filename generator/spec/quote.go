package spec

import "strings"

// Quote writes arguments as one line of a POSIX shell, each quoted only where it must be.
func Quote(args []string) string {
	words := make([]string, len(args))
	for i, arg := range args {
		words[i] = quoteWord(arg)
	}
	return strings.Join(words, " ")
}

func quoteWord(arg string) string {
	for i := range len(arg) {
		if !nameByte(arg[i]) && strings.IndexByte("./:=@,+%", arg[i]) < 0 {
			return "'" + strings.ReplaceAll(arg, "'", `'\''`) + "'"
		}
	}
	if arg == "" {
		return "''"
	}
	return arg
}

// QuoteHolds tells whether the line that Quote writes means the same in cmd.exe and PowerShell. There single quotes are
// not quotes, or quote by other rules.
func QuoteHolds(args []string) bool {
	for _, arg := range args {
		word := quoteWord(arg)
		if word[0] == '\'' || strings.ContainsAny(word, "%@,") {
			return false
		}
	}
	return true
}
