package attribute

import (
	"slices"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// write turns the chosen candidates into the document's cues and claims.
func (v *view) write(chosen []candidate) {
	slices.SortStableFunc(chosen, func(a, b candidate) int {
		if a.content[0] != b.content[0] {
			return a.content[0] - b.content[0]
		}
		return a.first() - b.first()
	})
	d := v.doc
	for i := range chosen {
		n := &chosen[i]
		c := pipeline.Claim{
			Speaker: pipeline.NoSpeaker, Confidence: n.chance,
			Source: v.spans(n.source), Cue: v.spans(n.words), Content: v.spans(n.content),
			Type: v.claimType(n.content),
		}
		if len(c.Content) == 0 {
			continue
		}
		if n.kind == kindLabel {
			v.finish(&c, n)
		}
		if len(n.words) > 0 {
			head := n.first()
			c.CueLemma = d.Tokens[head].Lemma
			first, last := v.around(n.words, head)
			d.Cues = append(d.Cues, pipeline.Cue{
				Span:  pipeline.Span{Start: d.Tokens[first].Start, End: d.Tokens[last-1].End},
				First: first, Last: last, Head: head, Score: n.chance,
			})
		}
		c.Why = v.why(n)
		c.ID = d.ClaimID(&c)
		d.Claims = append(d.Claims, c)
	}
	slices.SortStableFunc(d.Cues, func(a, b pipeline.Cue) int { return a.Start - b.Start })
}

// finish gives a labelled paragraph back the mark that ends it: it is whole
// sentences of one speaker.
func (v *view) finish(c *pipeline.Claim, n *candidate) {
	last := n.content[len(n.content)-1]
	if end := &c.Content[len(c.Content)-1]; v.tokens[last].is(terminal) && v.doc.Tokens[last].Start == end.End {
		end.End = v.doc.Tokens[last].End
	}
}

// first is the head of the candidate's cue, or its first content token.
func (n *candidate) first() int {
	switch {
	case n.cue != nil:
		return n.cue.head
	case len(n.words) > 0:
		return n.words[0]
	}
	return n.content[0]
}

// around is the run of tokens without gap that holds head.
func (v *view) around(tokens []int, head int) (first, last int) {
	first, last = head, head+1
	for has(tokens, first-1) {
		first--
	}
	for has(tokens, last) {
		last++
	}
	return first, last
}

// spans cuts tokens into spans without gap, without punctuation at their
// edges but for quotation marks that belong to them.
func (v *view) spans(tokens []int) []pipeline.Span {
	var out []pipeline.Span
	for len(tokens) > 0 {
		n := 1
		for n < len(tokens) && tokens[n] == tokens[n-1]+1 && v.sameParagraph(tokens[n-1], tokens[n]) {
			n++
		}
		first, last := v.trim(tokens[0], tokens[n-1]+1)
		tokens = tokens[n:]
		if first < last {
			out = append(out, pipeline.Span{Start: v.doc.Tokens[first].Start, End: v.doc.Tokens[last-1].End})
		}
	}
	return out
}

func (v *view) sameParagraph(a, b int) bool {
	return v.sentences[v.of[a]].paragraph == v.sentences[v.of[b]].paragraph
}

// trim takes loose punctuation off the edges of a run; a run of nothing else
// is left as it is if it is a colon or dash, and emptied otherwise.
func (v *view) trim(first, last int) (int, int) {
	from, to := first, last
	for from < to && !v.keeps(from, from, to) {
		from++
	}
	for to > from && !v.keeps(to-1, from, to) {
		to--
	}
	if from == to && last == first+1 && v.tokens[first].is(colon|dash) {
		return first, last
	}
	return from, to
}

// keeps reports whether token i may stand at an edge of the run.
func (v *view) keeps(i, first, last int) bool {
	t := &v.tokens[i]
	switch {
	case t.is(opens):
		return i+1 < last
	case t.is(closes):
		return i > first
	case t.is(wordy):
		return true
	}
	s := v.slice(i)
	return s == "$" || s == "%" || s == "?" || s == "!" && t.quote != none
}

// claimType tells how much of the content is quoted; a word that only leads
// into it ("that") does not count.
func (v *view) claimType(content []int) pipeline.ClaimType {
	in, out := 0, 0
	for t, i := range content {
		switch {
		case !v.tokens[i].is(wordy) || t == 0 && v.tokens[i].is(that):
		case v.tokens[i].quote != none:
			in++
		default:
			out++
		}
	}
	switch {
	case in == 0:
		return pipeline.Indirect
	case out == 0:
		return pipeline.Direct
	}
	return pipeline.Mixed
}
