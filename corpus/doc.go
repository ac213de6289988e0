// Package corpus brings articles in: it finds text files, decodes them,
// and tells title, byline, date and abstract from the body.
//
// A UTF-8 file becomes a document whose Text is the file's own content,
// whole and unchanged, so that offsets are offsets into the file; layout is
// recorded as parts of that text. The package analyses no language beyond a
// headline's looks and extracts nothing. Gold annotations are read and
// written by corpus/brat and measured by corpus/eval.
package corpus
