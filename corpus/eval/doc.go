// Package eval measures claims against gold annotations: whole claims, their
// content, source and cue, by exact span and by word, apart for claims in
// quotation marks and by kind of claim, cue, source and outlet; whether the
// speaker named is the right one; and whether stated confidence is borne out.
//
// Spans are compared as sets of words, so that quotation marks, punctuation
// and blanks at an edge never count. The package judges what it is handed and
// runs no extraction.
package eval
