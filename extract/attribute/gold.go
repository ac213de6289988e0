package attribute

import "github.com/hearsay-nlp/hearsay/pipeline"

// A gold is an annotated claim in tokens, all ascending.
type gold struct {
	head                 int // of the cue, none without one
	source, cue, content []int
}

// An article is a training document with what the models trained so far say
// of it, without having seen it.
type article struct {
	view
	gold   []gold
	first  []float32 // cue probabilities of the first cue model
	cue    []float32 // of the second
	cues   []*cue
	drafts []candidate
	truth  []bool       // the draft agrees with an annotated claim
	missed map[int]*cue // annotated cues that the cue models miss

}

func newArticle(d *pipeline.Document, claims []pipeline.Claim) *article {
	a := &article{}
	a.reset(d)
	n := len(d.Tokens)
	a.first, a.cue = make([]float32, n), make([]float32, n)
	for _, c := range claims {
		g := gold{source: a.tokensOf(c.Source), cue: a.tokensOf(c.Cue), content: a.tokensOf(c.Content)}
		g.head = a.headOf(g.cue)
		if len(g.content) > 0 {
			a.gold = append(a.gold, g)
		}
	}
	return a
}

// tokensOf lists the tokens that overlap the spans.
func (v *view) tokensOf(spans []pipeline.Span) []int {
	var out []int
	for _, s := range spans {
		for i := v.tokenAt(s.Start); i < len(v.tokens) && v.doc.Tokens[i].Start < s.End; i++ {
			if len(out) == 0 || out[len(out)-1] < i {
				out = append(out, i)
			}
		}
	}
	return out
}

// tokenAt is the first token that ends behind the offset.
func (v *view) tokenAt(offset int) int {
	low, high := 0, len(v.tokens)
	for low < high {
		if mid := (low + high) / 2; v.doc.Tokens[mid].End > offset {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return low
}

// headOf is the token of a cue that stands for it: its first verb that is no
// auxiliary, else its first noun or auxiliary, else its first word that may
// head one, else its first token.
func (v *view) headOf(cue []int) int {
	best, rank := none, 0
	for _, i := range cue {
		t := &v.tokens[i]
		r := 1
		switch {
		case t.is(verb) && !t.is(auxiliary):
			r = 4
		case t.is(noun|auxiliary) && v.mayCue(i):
			r = 3
		case v.mayCue(i):
			r = 2
		}
		if r > rank {
			best, rank = i, r
		}
	}
	return best
}

// heads marks the tokens that head an annotated cue.
func (a *article) heads() []bool {
	out := make([]bool, len(a.tokens))
	for _, g := range a.gold {
		if g.head != none {
			out[g.head] = true
		}
	}
	return out
}
