package token

import (
	"fmt"
	"strings"

	"github.com/jdkato/prose/v2"
)

// model keeps prose from loading its tagger, which its tokenizer does not use.
var model = &prose.Model{}

// separator is put between the words that prose is asked about, to tell what
// became of each: prose drops some text and does not say where. It is blank to
// split, so no word holds it.
const separator = "\x1f"

// maxAsked is the length in bytes from which a word is not shown to prose,
// whose time grows with the square of it. Such words are links or debris.
const maxAsked = 200

// propose fills the cuts of all words by asking prose's tokenizer. Plain words
// are not asked about, since prose leaves them whole.
func propose(text string, words []word) error {
	var ask strings.Builder
	ask.Grow(len(text)/2 + 1)
	for i := range words {
		if w := &words[i]; askable(w) {
			ask.WriteString(text[w.Start:w.End])
			ask.WriteString(" " + separator + " ")
		}
	}
	if ask.Len() == 0 {
		return nil
	}
	doc, err := prose.NewDocument(ask.String(), prose.UsingModel(model),
		prose.WithSegmentation(false), prose.WithTagging(false), prose.WithExtraction(false))
	if err != nil {
		return fmt.Errorf("prose: %w", err)
	}
	align(text, words, doc.Tokens())
	return nil
}

// askable keeps from prose the words on which it would panic or take long: it
// looks for clitics in the lower-cased word and cuts the word itself there.
func askable(w *word) bool { return !w.plain && !w.odd && w.Len() < maxAsked }

// align brings prose's tokens back to the text. Within a word each token
// stands at or after the end of the one before; what lies between them prose
// has dropped.
func align(text string, words []word, tokens []prose.Token) {
	cuts := make([]int, 0, len(tokens))
	for i := range words {
		w := &words[i]
		if !askable(w) {
			continue
		}
		first, at := len(cuts), w.Start
		for len(tokens) > 0 && tokens[0].Text != separator {
			if start, end, ok := find(text[:w.End], at, tokens[0].Text); ok {
				if start > at {
					cuts = append(cuts, start)
				}
				if end < w.End {
					cuts = append(cuts, end)
				}
				at = end
			}
			tokens = tokens[1:]
		}
		if len(tokens) > 0 {
			tokens = tokens[1:]
		}
		w.cuts = cuts[first:len(cuts):len(cuts)]
	}
}

// find looks for what prose made tok of, from offset at of text.
func find(text string, at int, tok string) (start, end int, ok bool) {
	for start = at; start < len(text); start++ {
		if end, ok = match(text, start, tok); ok {
			return start, end, true
		}
	}
	return 0, 0, false
}

// match reports whether tok stands at offset at of text, with the characters
// that prose's sanitizer replaces taken for their replacements.
func match(text string, at int, tok string) (end int, ok bool) {
	for i := 0; i < len(tok); i++ {
		if at >= len(text) {
			return 0, false
		}
		if text[at] == tok[i] {
			at++
			continue
		}
		n := 0
		switch rest := text[at:]; tok[i] {
		case '"':
			n = prefixLen(rest, "“", "”")
		case '\'':
			n = prefixLen(rest, "‘", "’", "&rsquo;")
		}
		if n == 0 {
			return 0, false
		}
		at += n
	}
	return at, true
}

// prefixLen is the length of the first of prefixes that s begins with, or 0.
func prefixLen(s string, prefixes ...string) int {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return len(p)
		}
	}
	return 0
}
