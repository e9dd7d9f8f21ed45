package tree

// Proof is what shows, beside a lock, that a file is the tool's own. A lock shows nothing by itself: whoever can write to a
// repository can list in it what they like, and would have the tool replace or remove it for them.
//
// A text may go that a run on this machine wrote there, that git holds and can bring back, or that the tool can make again.
// All else stays and is reported. Where no git is at all, a lock is believed in one thing more: a file that the tool is to
// write anyway is its own if it has exactly the text that the lock says.
type Proof struct {
	Makes  func(path string) bool   // reports whether the tool makes files of this name at all; a lock lists no others
	Record func() *Record           // of the runs on this machine
	Git    *Git                     // what git holds
	Again  func() (*FileSet, error) // what the tool can make again; nil: nothing
}

// witness is a Proof that has looked at a directory. A nil one believes the lock.
type witness struct {
	record *Record
	git    *held
	again  *FileSet
}

// asked is the witness for a directory, which looks when it is asked first.
func (g *generated) asked() (*witness, error) {
	if g.Proof == nil || g.witness != nil {
		return g.witness, nil
	}
	git, err := g.Proof.Git.under(g.dir)
	if err != nil {
		return nil, err
	}
	g.witness = &witness{record: g.Proof.Record(), git: git, again: new(FileSet)}
	if g.Proof.Again != nil {
		if files, err := g.Proof.Again(); err == nil {
			g.witness.again = files
		}
	}
	return g.witness, nil
}

// spare reports whether nothing is lost with this text of a file.
func (w *witness) spare(c Change) bool {
	if w == nil || w.record.Made(c.Path, c.Old) || w.git.text(c.Path, c.Old) {
		return true
	}
	f, ok := w.again.Lookup(c.Path)
	return ok && sameText(c.Old, f.Data)
}

// replaceable reports whether a wanted file may get another text that has the one that a lock says.
func (w *witness) replaceable(c Change) bool { return w.spare(c) || w.git == nil }

// removable reports whether a file may go that was edited, if a person says so: the tool made it, here at least.
func (w *witness) removable(c Change) bool { return w.spare(c) || w.record.Has(c.Path) }

// forcible reports whether a wanted file may get another text that was edited, if a person says so: the tool made it, or git
// knows it and a lock does not deny it.
func (w *witness) forcible(c Change, listed bool) bool {
	return w.removable(c) || listed && w.git.tracks(c.Path)
}

// begun reports whether a lock may say what a file of the team's began as.
func (w *witness) begun(c Change) bool {
	return w.removable(c) || w.git == nil || w.git.tracks(c.Path)
}
