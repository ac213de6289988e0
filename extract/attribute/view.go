package attribute

import (
	"strings"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// none marks an absent token or quote index.
const none = -1

// A view is what the rules look at: the document's tokens with their lower
// case forms, coarse classes and enclosing quotations worked out once.
type view struct {
	doc    *pipeline.Document
	lower  []string
	quote  []int  // outermost quotation that holds the token, none outside
	mark   []bool // the token is a mark that opens or closes its quotation
	sent   []int  // sentence of the token
	name   []bool // the token is part of a named mention
	quotes []pipeline.Quote
}

func newView(d *pipeline.Document) *view {
	n := len(d.Tokens)
	v := &view{
		doc: d, lower: make([]string, n), quote: make([]int, n), mark: make([]bool, n),
		sent: make([]int, n), name: make([]bool, n), quotes: d.Quotes,
	}
	for i, t := range d.Tokens {
		v.lower[i] = strings.ToLower(d.Slice(t.Span))
		v.quote[i] = none
	}
	for s, sent := range d.Sentences {
		for i := sent.First; i < sent.Last; i++ {
			v.sent[i] = s
		}
	}
	for qi, q := range d.Quotes {
		if q.Inner.Start > q.Start {
			v.mark[q.First] = true
		}
		if q.Closed {
			v.mark[q.Last-1] = true
		}
		if q.Depth > 0 {
			continue
		}
		for i := q.First; i < q.Last; i++ {
			v.quote[i] = qi
		}
	}
	for _, m := range d.Mentions {
		for i := m.First; i < m.Last; i++ {
			v.name[i] = true
		}
	}
	return v
}

func (v *view) tag(i int) string   { return v.doc.Tokens[i].Tag }
func (v *view) lemma(i int) string { return v.doc.Tokens[i].Lemma }

// in reports whether token i is one of the lower-case words.
func (v *view) in(i int, words ...string) bool {
	for _, w := range words {
		if v.lower[i] == w {
			return true
		}
	}
	return false
}

func (v *view) isVerb(i int) bool   { return strings.HasPrefix(v.tag(i), "VB") }
func (v *view) isNoun(i int) bool   { return strings.HasPrefix(v.tag(i), "NN") }
func (v *view) isAdverb(i int) bool { return strings.HasPrefix(v.tag(i), "RB") }

// finite reports whether token i is a finite verb or modal.
func (v *view) finite(i int) bool {
	switch v.tag(i) {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

// auxiliary reports whether token i is a form of be, have, do or a modal.
func (v *view) auxiliary(i int) bool {
	if v.tag(i) == "MD" {
		return true
	}
	if !v.isVerb(i) {
		return false
	}
	switch v.lemma(i) {
	case "be", "have", "do", "'s", "'re", "'ve", "'d", "’s", "’re", "’ve", "’d", "get":
		return true
	}
	return false
}

// outside reports whether token i stands outside all quotations.
func (v *view) outside(i int) bool { return v.quote[i] == none }

// comma reports whether token i is a comma outside quotations.
func (v *view) comma(i int) bool { return v.lower[i] == "," && v.outside(i) }

func (v *view) dash(i int) bool {
	return v.outside(i) && v.in(i, "-", "--", "—", "–", "―", "---")
}

// terminal reports whether token i ends sentences.
func (v *view) terminal(i int) bool { return v.in(i, ".", "!", "?", "...", "…", ";") }

// opensQuote reports whether token i is the opening mark of an outermost
// quotation.
func (v *view) opensQuote(i int) bool {
	return v.mark[i] && v.quote[i] != none && v.quotes[v.quote[i]].First == i
}

// closesQuote reports whether token i is the closing mark of an outermost
// quotation.
func (v *view) closesQuote(i int) bool {
	return v.mark[i] && v.quote[i] != none && v.quotes[v.quote[i]].Last-1 == i
}

// A rng is a half-open range of token indexes.
type rng struct{ first, last int }

func (r rng) empty() bool { return r.last <= r.first }
func (r rng) len() int    { return max(0, r.last-r.first) }

func (r rng) has(i int) bool { return r.first <= i && i < r.last }

func (r rng) overlaps(s rng) bool { return r.first < s.last && s.first < r.last }

// span is the text that a token range covers.
func (v *view) span(r rng) pipeline.Span {
	return pipeline.Span{Start: v.doc.Tokens[r.first].Start, End: v.doc.Tokens[r.last-1].End}
}
