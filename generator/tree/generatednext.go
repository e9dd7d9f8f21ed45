package tree

// What becomes of a file, and of what the lock says of it:

// list has the lock say that the file began as the wanted text.
func (g *generated) list(c Change, entry Entry) {
	g.changes = append(g.changes, c)
	g.next.Entries = append(g.next.Entries, entry)
}

// leave has the lock say what it says.
func (g *generated) leave(c Change, known ...Entry) {
	g.changes = append(g.changes, c)
	if len(known) > 0 {
		g.next.Entries = append(g.next.Entries, known[0])
	}
}

// edited leaves a tool file to a person, review a team file.
func (g *generated) edited(c Change, entry Entry) {
	c.Edited = true
	g.review(c, entry)
}

// unproven leaves a file to a person that a lock alone says is the tool's.
func (g *generated) unproven(c Change, entry Entry) {
	c.Unproven = true
	g.review(c, entry)
}

func (g *generated) review(c Change, entry Entry) {
	g.open = true
	g.list(c, entry)
}

func (g *generated) write(c Change, known []Entry, entry Entry) {
	g.list(c, entry)
	g.meant(c, known)
}

func (g *generated) remove(c Change, known []Entry) {
	g.changes = append(g.changes, c)
	g.meant(c, known)
}

// meant notes what was known of a file that is going to be written.
func (g *generated) meant(c Change, known []Entry) {
	before := Before{New: true, Gone: c.Action == Remove, Entry: Entry{Path: c.Path}}
	if !before.Gone {
		before.Result = DigestText(c.New)
	}
	if len(known) == 0 {
		g.before = append(g.before, before)
		return
	}
	before.New = false
	for _, before.Entry = range known {
		g.before = append(g.before, before)
	}
}
