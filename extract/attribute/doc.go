// Package attribute finds claims by models trained on annotated news: which words
// attribute (cues), to whom (source) and what (content). It takes the place
// of rules that read one grammatical pattern after another.
//
// It goes in steps, each a model of package learn:
//
//	cue        how probably a word heads a cue: logistic regression, and a
//	           second one that sees what the first says of the neighbours
//	span       per cue, which tokens of its sentence are source, cue and
//	           content: a linear-chain CRF conditioned on the cue
//	extension  whether a content goes on into the sentences around
//	rank       how probably a whole candidate claim is right
//
// The steps and most features follow the pipeline view of attribution that
// Pareti (2015) and Newell et al. (2018) take, without a dependency parser.
// Paragraphs that attribute by layout alone (a byline under a quotation, a
// transcript's names) are read by rules.
//
// Each step is trained on what the step before says of documents that it has
// not seen (see learn.Jackknife), and the confidence of a claim is calibrated
// in the same way. The package names spans, not people: who a source is, is
// the speaker stage's work.
package attribute
