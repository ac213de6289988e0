// Package gold reads the hand-made annotations of hearsay's own test
// articles: who says what in them, written beside the text in a form that
// people read and mend without counting offsets.
//
// A gold file holds a block a claim, with a blank line between; a line that
// begins with # is a comment:
//
//	type: direct
//	source: Tierney {she} said
//	cue: said
//	content: “The third run was the hard one,”
//	content: “The tide had turned by then.”
//	speaker: Aoife Tierney | person | coxswain
//
// A span is the verbatim words of the article. They must occur exactly once,
// or the file is refused; where the words alone occur again, others of the
// same line are written around them and braces mark the span. Source, cue and
// content have a line for each of their spans, in text order; source and cue
// may be missing. A speaker is a name, a kind and, if there is one, a role,
// or "-" for nobody.
//
// The package neither writes such files nor measures anything; brat
// annotations are read by corpus/brat, and corpus/eval compares claims.
package gold
