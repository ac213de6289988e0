// Package token splits a document's text into words, numbers and punctuation
// marks, in the manner of the Penn Treebank ("Hillary Clinton|’s", "do|n’t",
// "$|30,000", "5|%", "U.S.").
//
// The cuts are proposed by prose's tokenizer, which knows no offsets,
// straightens quotation marks and loses text; here they are brought back to
// the untouched text, and what prose gets wrong is made good. Every byte that
// is not blank ends in exactly one token. The package neither tags words nor
// finds sentences.
package token

import "github.com/hearsay-nlp/hearsay/pipeline"

// Stage provides the document's tokens.
func Stage() pipeline.Stage {
	return pipeline.Stage{
		Name:     "token",
		Doc:      "splits the text into words, numbers and punctuation marks",
		Provides: pipeline.Tokens,
		Run:      run,
	}
}

// bytesPerToken is what news prose has at least, blanks included.
const bytesPerToken = 5

func run(d *pipeline.Document) error {
	words := split(d.Text)
	if err := propose(d.Text, words); err != nil {
		return err
	}
	c := cutter{text: d.Text, tokens: make([]pipeline.Token, 0, len(d.Text)/bytesPerToken+1)}
	for i := range words {
		c.word(&words[i])
	}
	d.Tokens = c.tokens
	return nil
}
