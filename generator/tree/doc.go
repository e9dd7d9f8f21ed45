// Package tree knows files in a directory: which ones are wanted ([FileSet]), how they differ from what is there
// ([Compare], [Plan]), how they get there without harm ([Apply]) and what was put there last ([Lock]). What was generated
// before it brings up without losing what people made of it ([CompareGenerated], [MergeText]).
//
// It leaves to others what is in the files: it knows nothing of AWS, languages or templates.
//
//	FileSet ──Compare──▶ Plan ──Apply──▶ directory
//
// Compare only reads and Apply alone writes. A Plan is complete before the first byte is written, and Apply does
// what the Plan says or nothing: what changed in between is an error, never a guess. [Hold] keeps two runs from writing
// into one directory at once.
package tree
