package tree

import "bytes"

// origins is what is known of the files that were generated into a directory: by one lock, by two that git could not
// merge, or by none.
type origins struct {
	locks []Lock
}

// of are the texts that the file at path may have been generated with, the likeliest first; none where it was not
// generated. old is the file's text, nil where there is none.
//
// A run that was cut off leaves a lock that says what it was about to write: a file that has that text already is the
// run's; of another the lock before it speaks.
func (o origins) of(path string, old []byte) []Entry {
	var found []Entry
	add := func(e Entry) {
		for _, known := range found {
			if known.Owner == e.Owner && known.Digest == e.Digest {
				return
			}
		}
		found = append(found, e)
	}
	for _, lock := range o.locks {
		cut := false
		for _, before := range lock.Before {
			if before.Path != path || before.Gone && old == nil || !before.Gone && old != nil && DigestText(old) == before.Result {
				continue
			}
			cut = true
			if !before.New {
				add(before.Entry)
			}
		}
		if e, ok := lock.Lookup(path); ok && !cut {
			add(e)
		}
	}
	return found
}

// paths are all files that any lock knows of.
func (o origins) paths() map[string]bool {
	paths := make(map[string]bool)
	for _, lock := range o.locks {
		for _, e := range lock.Entries {
			paths[e.Path] = true
		}
		for _, before := range lock.Before {
			paths[before.Path] = true
		}
	}
	return paths
}

// unedited reports whether a text is one of those that were generated.
func unedited(known []Entry, text []byte) bool {
	digest := DigestText(text)
	for _, e := range known {
		if e.Digest == digest {
			return true
		}
	}
	return false
}

// bases are the texts that a team file may have begun as.
func bases(known []Entry) (texts [][]byte) {
	for _, e := range known {
		if e.Owner == Team {
			texts = append(texts, e.Base)
		}
	}
	return texts
}

// followed reports whether one of the texts is the one that is wanted: the template has not changed.
func followed(texts [][]byte, want []byte) bool {
	for _, text := range texts {
		if bytes.Equal(text, Normalize(want)) {
			return true
		}
	}
	return false
}
