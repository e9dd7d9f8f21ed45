package spec

import "github.com/seed-0554dd89/scaffold/generator/shell"

// quoteWord writes a text as one argument of a command in a hint.
func quoteWord(text string) string { return shell.Text(text).String() }

// operands writes texts as the arguments behind a command and its flags, where none of them is taken for a flag.
func operands(command string, texts ...string) string {
	return shell.Parse(command).Operands(texts...).String()
}
