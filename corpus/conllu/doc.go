// Package conllu reads articles annotated in CoNLL-U, one word a line: gold
// or automatic tags, lemmas, names and trees.
//
// Read gives the file as it stands; Align lays it over the article's own
// text, where every word says its byte offsets as Start and End in MISC, as
// in PolNeAR's silver files. The package does not write CoNLL-U, and leaves
// out multiword and empty nodes.
package conllu
