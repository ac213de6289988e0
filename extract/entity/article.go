package entity

import "github.com/hearsay-nlp/hearsay/pipeline"

// An article is a document as the templates see it: its tokens, its spans of
// capitalised tokens, and what holds for a word throughout.
type article struct {
	tokens     []token
	sentences  []pipeline.Sentence
	spans      []span
	words      []occurrence
	candidates []bool // tokens that may be in a name; all others are outside
}

// A span is a maximal run of capitalised tokens [first, last) of a sentence.
type span struct{ first, last int }

// An occurrence is what an article tells about a word that it capitalises
// anywhere.
type occurrence struct {
	inside, lower, initial uint8 // times capitalised within, in lower case, capitalised as a sentence begins
	asLast, asFirst        int32 // longest span that ends, begins with it, -1 if none
}

// reach is how far from capitalised tokens, on both sides, other tokens may
// be part of a name ("University of the Arts").
const reach = 3

// read looks at a tagged document.
func read(d *pipeline.Document) *article {
	a := &article{
		tokens:     make([]token, len(d.Tokens)),
		candidates: make([]bool, len(d.Tokens)),
		sentences:  d.Sentences,
	}
	var r tokenReader
	for i := range d.Tokens {
		a.tokens[i] = r.read(d.Slice(d.Tokens[i].Span), &d.Tokens[i])
	}
	for _, s := range a.sentences {
		a.markSentence(s)
	}
	a.countWords()
	for _, s := range a.sentences {
		a.findSpans(s, d)
		a.findCandidates(s)
	}
	a.findLongest()
	return a
}

func (a *article) markSentence(s pipeline.Sentence) {
	capitals, small := 0, 0
	for i := s.First; i < s.Last; i++ {
		switch {
		case a.tokens[i].flags&startsUpper != 0:
			capitals++
		case a.tokens[i].tag != 0 && a.tokens[i].flags&hasUpper == 0:
			small++
		}
	}
	a.tokens[s.First].flags |= initial
	if capitals > 2*small {
		for i := s.First; i < s.Last; i++ {
			a.tokens[i].flags |= headline
		}
	}
}

// countWords numbers the words that are capitalised anywhere and counts how
// they stand.
func (a *article) countWords() {
	number := make(map[uint32]int32, len(a.tokens)/8)
	for i := range a.tokens {
		t := &a.tokens[i]
		if t.flags&hasUpper == 0 {
			continue
		}
		n, ok := number[t.lower]
		if !ok {
			n = int32(len(a.words))
			number[t.lower] = n
			a.words = append(a.words, occurrence{asLast: -1, asFirst: -1})
		}
		t.word = n
		switch {
		case t.flags&(initial|headline) == 0:
			increase(&a.words[n].inside)
		case t.flags&headline == 0:
			increase(&a.words[n].initial)
		}
	}
	for i := range a.tokens {
		t := &a.tokens[i]
		if t.flags&hasUpper == 0 {
			if n, ok := number[t.lower]; ok {
				t.word = n
				increase(&a.words[n].lower)
			}
		}
	}
}

// increase counts up to where more makes no difference.
func increase(n *uint8) {
	if *n < 3 {
		*n++
	}
}

// findSpans finds the runs of capitalised tokens of s. A word that is
// capitalised only because a sentence begins, or as headlines do, is none.
func (a *article) findSpans(s pipeline.Sentence, d *pipeline.Document) {
	open := false
	for i := s.First; i < s.Last; i++ {
		t := &a.tokens[i]
		if t.flags&hasUpper == 0 || !a.capitalisedAsName(i, d.Tokens[i].Tag) {
			open = false
			continue
		}
		if !open {
			a.spans = append(a.spans, span{first: i})
			open = true
		}
		a.spans[len(a.spans)-1].last = i + 1
		t.span = int32(len(a.spans) - 1)
	}
}

func (a *article) capitalisedAsName(i int, tag string) bool {
	t := &a.tokens[i]
	if t.flags&(initial|headline) == 0 {
		return true
	}
	if w := a.words[t.word]; w.inside == 0 && w.lower > 0 {
		return false
	}
	return tag[0] == 'N' || tag[0] == 'J' || t.flags&initial == 0 && tag[0] != 'I' && tag[0] != 'D' && tag[0] != 'T' && tag[0] != 'C'
}

func (a *article) findCandidates(s pipeline.Sentence) {
	last := s.First - reach - 1 // last capitalised token
	for i := s.First; i < s.Last; i++ {
		if a.tokens[i].flags&hasUpper == 0 {
			continue
		}
		a.candidates[i] = true
		if gap := i - last - 1; last >= s.First && gap <= 2*reach-1 {
			for k := last + 1; k < i; k++ {
				a.candidates[k] = k-last <= reach && i-k <= reach
			}
		}
		last = i
	}
}

func (a *article) findLongest() {
	for n, s := range a.spans {
		for _, at := range []*int32{&a.words[a.tokens[s.last-1].word].asLast, &a.words[a.tokens[s.first].word].asFirst} {
			if *at < 0 || a.spans[*at].length() < s.length() {
				*at = int32(n)
			}
		}
	}
}

func (s span) length() int { return s.last - s.first }
