// Package attribute finds claims: the cues that attribute ("said",
// "according to", a colon), the sources they attribute to, and the contents
// they attribute, in every order that news prose puts them in.
//
// This version weighs each possible cue by how often annotators of
// PolNeAR took the same word in the same frame for one (lexicon.tsv, counted
// by Count), and finds the source and content of a cue by rules over words
// and tags. It names spans, not people: who a source is, is the speaker
// stage's work.
package attribute

import "github.com/hearsay-nlp/hearsay/pipeline"

// Stage finds the cues and claims of a document.
func Stage() pipeline.Stage {
	return pipeline.Stage{
		Name:     "attribute",
		Doc:      "finds cues and attributes contents to sources",
		Requires: pipeline.Tokens | pipeline.Sentences | pipeline.Tags | pipeline.Mentions | pipeline.Quotes,
		Provides: pipeline.Cues | pipeline.Claims,
		Run:      run,
	}
}
