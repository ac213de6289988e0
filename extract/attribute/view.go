package attribute

import (
	"slices"
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
	marked []bool // the token stands in a quotation of any sort, titles too
	quotes []pipeline.Quote

	titleMark []bool // the token is a mark around the name of a work
	cutShort  map[int]bool
}

func newView(d *pipeline.Document) *view {
	n := len(d.Tokens)
	v := &view{
		doc: d, lower: make([]string, n), quote: make([]int, n), mark: make([]bool, n),
		sent: make([]int, n), name: make([]bool, n), marked: make([]bool, n), quotes: slices.Clone(d.Quotes),
		titleMark: make([]bool, n), cutShort: map[int]bool{},
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
	for _, m := range d.Mentions {
		for i := m.First; i < m.Last; i++ {
			v.name[i] = true
		}
	}
	for qi := range v.quotes {
		v.enter(qi)
	}
	return v
}

// enter notes which tokens a quotation holds.
func (v *view) enter(qi int) {
	q := &v.quotes[qi]
	if q.Inner.Start > q.Start {
		v.mark[q.First] = true
	}
	if q.Closed {
		v.mark[q.Last-1] = true
	}
	if q.Depth > 0 {
		return
	}
	if q.Closed && v.named(*q) {
		for i := q.First; i < q.Last; i++ {
			v.marked[i] = true
		}
		v.titleMark[q.First], v.titleMark[q.Last-1] = true, true
		v.mark[q.First], v.mark[q.Last-1] = false, false
		return
	}
	if !q.Closed && !q.Continued {
		if last := v.speechEnd(*q); last != none {
			q.Last = last
			v.cutShort[qi] = true
		}
	}
	for i := q.First; i < q.Last; i++ {
		v.quote[i], v.marked[i] = qi, true
	}
}

// speechEnd is where the words of a quotation that was never closed end: at
// the comma before who said it. none if nothing within says who did.
func (v *view) speechEnd(q pipeline.Quote) int {
	for i := q.First + 1; i+2 < q.Last; i++ {
		if v.lower[i] != "," && v.lower[i] != "?" && v.lower[i] != "!" {
			continue
		}
		if v.in(i+1, "said", "says", "added", "wrote", "asked") {
			return i
		}
		for k := i + 2; k < q.Last && k < i+8; k++ {
			if v.in(k, "said", "says", "added", "wrote", "asked") && (k+1 == q.Last || v.in(k+1, ".", ",", "in", "on")) {
				return i
			}
			if v.lower[k] == "," || v.terminal(k) {
				break
			}
		}
	}
	return none
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
	qi := v.quote[i]
	return qi != none && v.quotes[qi].Last-1 == i && (v.mark[i] || v.cutShort[qi])
}

// A rng is a half-open range of token indexes.
type rng struct{ first, last int }

func (r rng) empty() bool { return r.last <= r.first }
func (r rng) len() int    { return max(0, r.last-r.first) }

func (r rng) has(i int) bool { return r.first <= i && i < r.last }

// span is the text that a token range covers.
func (v *view) span(r rng) pipeline.Span {
	return pipeline.Span{Start: v.doc.Tokens[r.first].Start, End: v.doc.Tokens[r.last-1].End}
}
