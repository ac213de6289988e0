// Package tag gives every token its Penn Treebank part-of-speech tag and its
// lemma.
//
// Tags come from an averaged perceptron that decides from left to right
// (Collins 2002), with a dictionary of words that have but one tag. Lemmas
// come from rules over the tag, a list of exceptions, and what the rules got
// wrong in training. The package takes tokens and sentences as it finds them.
package tag
