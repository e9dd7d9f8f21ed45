package tree

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"golang.org/x/tools/txtar"
)

// WriteTxtar writes all files as one txtar archive. What txtar cannot hold is refused before anything is written:
// text that does not end in a newline, and lines that look like the header of another file. It has no place for
// owners and executable bits.
func (s *FileSet) WriteTxtar(w io.Writer) error {
	var (
		whole    txtar.Archive
		problems []error
	)
	for f := range s.All() {
		one := txtar.File{Name: f.Path, Data: f.Data}
		back := txtar.Parse(txtar.Format(&txtar.Archive{Files: []txtar.File{one}}))
		if len(back.Files) != 1 || back.Files[0].Name != f.Path || !bytes.Equal(back.Files[0].Data, f.Data) {
			problems = append(problems, fmt.Errorf("%s: cannot stand in a txtar archive: %s", f.Path, txtarProblem(f.Data)))
		}
		whole.Files = append(whole.Files, one)
	}
	if len(problems) > 0 {
		return errors.Join(problems...)
	}
	_, err := w.Write(txtar.Format(&whole))
	return err
}

func txtarProblem(data []byte) string {
	if len(data) > 0 && data[len(data)-1] != '\n' {
		return "want a newline at its end"
	}
	return "want no line of the form -- name --"
}
