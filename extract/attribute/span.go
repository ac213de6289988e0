package attribute

import "github.com/hearsay-nlp/hearsay/extract/learn"

// The labels of a token with regard to a cue.
const (
	labelOther = iota
	labelSource
	labelCue
	labelContent
	numLabels
)

const (
	// reach is how far from a cue, in tokens of its sentence, its source and
	// content are looked for.
	reach = 70
	// leastCue is how probable a cue must be to be looked at.
	leastCue = .045
	// likelyCue is how probable it must be for others to make room for it.
	likelyCue = .4
)

// A cue is a possible cue with what the span model says of its sentence.
type cue struct {
	head   int
	p      float64 // probability that it is one
	low    int     // tokens [low, high) are labelled
	high   int
	frame  frame
	shares []share // what the span model says of each token from low
	best   []uint8 // its most probable labels
	bestP  float64 // and the logarithm of their probability

	earlier, later []run   // content in the sentences around, outwards
	sure           float64 // how sure the least sure step of that was
}

// A share is the probability of each label of a token.
type share [numLabels]float32

// newCue is the cue at token head.
func (v *view) newCue(head int, p float64) *cue {
	s := &v.sentences[v.of[head]]
	return &cue{head: head, p: p, low: max(s.first, head-reach), high: min(s.last, head+reach+1), frame: v.frame(head)}
}

// findCues lists the possible cues of each token in text order.
func (v *view) findCues(p []float32) []*cue {
	var out []*cue
	for i, x := range p {
		if x >= leastCue {
			out = append(out, v.newCue(i, float64(x)))
		}
	}
	return out
}

// rivals are the cues of c's sentence near c, itself among them: near enough to
// touch the tokens that c may claim.
func (v *view) rivals(cues []*cue, c *cue) []*cue {
	s := v.sentences[v.of[c.head]]
	s.first, s.last = max(s.first, c.head-2*reach), min(s.last, c.head+2*reach+1)
	return cuesIn(cues, &s)
}

// sequence fills q with what the span model sees of the tokens of c; others
// are the possible cues of its sentence, c among them.
func (v *view) sequence(q *learn.Sequence, c *cue, others []*cue, k *keys) {
	q.Reset()
	for i := c.low; i < c.high; i++ {
		allowed := learn.Any
		if i == c.head {
			allowed = learn.Only(labelCue)
		}
		q.Add(allowed)
		v.nodeFeatures(k, c, others, i)
		q.Node(k.out...)
		v.edgeFeatures(k, c, i)
		q.Edge(k.out...)
	}
}

// nodeFeatures are what the span model sees of token i with regard to c.
func (v *view) nodeFeatures(k *keys, c *cue, others []*cue, i int) {
	k.reset(spanTemplates)
	s := &v.sentences[v.of[c.head]]
	t, h := &v.tokens[i], &v.tokens[c.head]
	side, far := sideOf(i, c.head)
	place := side*16 + far
	k.add(side)
	k.add(place)
	k.add2(place, t.pos)
	k.add2(place, h.lemma)
	k.add2(side, t.lemma)
	k.add3(side, t.lemma, h.lemma)
	k.add3(side, t.pos, h.lemma)
	k.add3(side, t.pos, h.pos)
	k.add2(side, t.word)
	k.add3(side, c.frame.form, place)
	k.add4(side, c.frame.form, c.frame.after, t.pos)
	k.add2(uint32(t.name), place)

	before, after := v.at(s, i-1), v.at(s, i+1)
	before2, after2 := v.at(s, i-2), v.at(s, i+2)
	k.add2(side, before.lemma)
	k.add2(side, after.lemma)
	k.add2(side, before2.lemma)
	k.add2(side, after2.lemma)
	k.add3(side, before.pos, t.pos)
	k.add3(side, t.pos, after.pos)
	k.add4(side, before.pos, t.pos, after.pos)
	k.add4(side, before2.pos, before.pos, t.pos)
	k.add4(side, t.pos, after.pos, after2.pos)
	k.add3(side, before.lemma, t.lemma)

	k.add2(v.path(i, c.head), t.pos)
	k.add2(v.path(i, c.head), h.lemma)
	v.spanQuotes(k, s, c, i, side)
	v.spanSegments(k, s, c, i, side)
	v.spanBetween(k, s, c, others, i, side, place)
}

// sideOf tells on which side of the cue a token stands, and how far.
func sideOf(i, head int) (side, far uint32) {
	switch {
	case i < head:
		return 1, distance(head - i)
	case i > head:
		return 2, distance(i - head)
	}
	return 0, 0
}

// path hashes the tags between i and the cue's head if they are close.
func (v *view) path(i, head int) uint32 {
	if i-head > 5 || head-i > 5 {
		return 0
	}
	hash := uint32(17)
	if i < head {
		hash = 31
	}
	for j := min(i, head) + 1; j < max(i, head); j++ {
		hash = hash*16777619 ^ v.tokens[j].pos
	}
	return hash
}

// spanQuotes asks how i and the cue lie to the quotations.
func (v *view) spanQuotes(k *keys, s *sentence, c *cue, i int, side uint32) {
	t, h := &v.tokens[i], &v.tokens[c.head]
	state := bit(t.quote != none) + 2*bit(h.quote != none) + 4*bit(t.quote == h.quote) + 8*s.quoted
	k.add2(side, state)
	k.add3(side, state, h.lemma)
	k.add3(side, state, t.pos)
	k.add4(side, state, c.frame.form, c.frame.after)
	marks := v.marksAt(s, i-1) + 4*v.marksAt(s, i) + 16*v.marksAt(s, i+1)
	k.add3(side, marks, t.pos)
	k.add3(side, marks, bit(h.quote != none))
	left, right := v.markAt(i, v.markBefore[i]), v.markAt(i, v.markAfter[i])
	k.add4(side, left, right, bit(t.quote != none))
	k.add4(side, bit(s.starts), bit(s.ends), state)
}

func (v *view) marksAt(s *sentence, i int) uint32 {
	t := v.at(s, i)
	return bit(t.is(opens)) + 2*bit(t.is(closes))
}

// spanSegments asks for the stretch between punctuation marks that holds i.
func (v *view) spanSegments(k *keys, s *sentence, c *cue, i int, side uint32) {
	t, h := &v.tokens[i], &v.tokens[c.head]
	n := uint32(max(-5, min(5, t.segment-h.segment)) + 5)
	first := int(v.segments[t.segment])
	w, w2 := &v.tokens[first], v.at(s, first+1)
	last := s.last
	if int(t.segment)+1 < len(v.segments) {
		last = min(last, int(v.segments[t.segment+1]))
	}
	end := &v.tokens[last-1]
	k.add2(n, side)
	k.add2(n, h.lemma)
	k.add3(n, t.pos, side)
	k.add2(n, w.lemma)
	k.add3(n, w.lemma, h.lemma)
	k.add3(n, w.pos, w2.pos)
	k.add3(n, w.lemma, w2.lemma)
	k.add3(n, v.at(s, c.head-1).lemma, v.at(s, c.head+1).lemma)
	k.add3(n, v.at(s, c.head+1).lemma, h.lemma)
	k.add3(n, v.at(s, c.head-1).pos, v.at(s, c.head+1).pos)
	k.add4(n, end.word, bit(t.quote != none), bit(w.quote != none))
	k.add4(n, w.pos, distance(last-first), bit(v.tokens[last-1].verbs > w.verbs))
	k.add4(n, c.frame.form, c.frame.before, c.frame.after)
	k.add4(n, c.frame.subject, c.frame.before, distance(i-first))
	k.add3(n, distance(i-first), w.pos)
	k.add3(n, distance(last-i), w.pos)
}

// spanBetween asks for what stands between i and the cue, and near i.
func (v *view) spanBetween(k *keys, s *sentence, c *cue, others []*cue, i int, side, place uint32) {
	t, h := &v.tokens[i], &v.tokens[c.head]
	a, b := t, h
	if i > c.head {
		a, b = h, t
	}
	verbs := uint32(min(4, b.verbs-a.verbs-int32(bit(a.is(verb)))))
	commas := uint32(min(4, b.commas-a.commas))
	thats := uint32(min(2, b.thats-a.thats))
	k.add4(side, verbs, commas, thats)
	k.add3(side, verbs, h.lemma)
	k.add3(side, commas, h.lemma)
	k.add3(side, thats, h.lemma)
	k.add3(side, verbs, t.pos)
	k.add4(side, thats, bit(t.is(that)), h.lemma)
	k.add4(side, verbs, c.frame.after, t.pos)
	for _, j := range [...]int32{v.nounBefore[i], v.nounAfter[i]} {
		u, far, _ := v.near(i, j)
		k.add3(side, u.lemma, far)
		k.add4(side, u.pos, far, t.pos)
	}
	for _, j := range [...]int32{v.verbBefore[i], v.verbAfter[i]} {
		u, far, _ := v.near(i, j)
		k.add4(side, bit(int(j) == c.head), far, t.pos)
		k.add3(side, u.lemma, t.pos)
	}
	k.add4(side, bit(i == s.first), bit(i == s.last-1), t.pos)
	k.add3(bit(i >= c.frame.first && i < c.head), c.frame.subject, t.pos)
	k.add3(place, bit(i >= c.frame.first && i < c.head), c.frame.before)

	// Other cues, by how they lie to the token: their words rarely belong to
	// this one's source or content, what they attribute often does.
	between, here := uint32(0), uint32(0)
	var left, right *cue
	for _, o := range others {
		switch {
		case o.head == c.head || o.p < likelyCue:
			continue
		case o.head == i:
			here = bucket(o.p)
		case o.head < i:
			left = o
		case right == nil:
			right = o
		}
		if o.head > min(i, c.head) && o.head < max(i, c.head) {
			between++
		}
	}
	k.add2(side, min(between, 2))
	k.add3(side, min(between, 2), h.lemma)
	k.add3(side, here, h.lemma)
	for _, o := range [...]*cue{left, right} {
		if o == nil {
			k.add2(side, 99)
			k.skip(2)
			continue
		}
		u := &v.tokens[o.head]
		far := distance(max(i-o.head, o.head-i))
		k.add4(side, far, bit(o.head < c.head), t.pos)
		k.add4(side, bit(o.head < c.head), u.lemma, bit(u.segment == t.segment))
		k.add4(side, bit(u.segment == t.segment), bit(u.quote == t.quote), bit(o.head < c.head))
	}
}

// edgeFeatures are what the span model sees of the step from i-1 to i.
func (v *view) edgeFeatures(k *keys, c *cue, i int) {
	k.reset(edgeTemplates)
	s := &v.sentences[v.of[c.head]]
	before, t, h := v.at(s, i-1), &v.tokens[i], &v.tokens[c.head]
	side, _ := sideOf(i, c.head)
	marks := v.marksAt(s, i-1) + 4*v.marksAt(s, i)
	k.add(side)
	k.add(t.pos)
	k.add(before.pos)
	k.add2(before.pos, t.pos)
	k.add2(side, t.word)
	k.add2(side, before.word)
	k.add3(side, marks, bit(t.segment == before.segment))
	k.add4(side, bit(before.is(comma)), bit(t.is(comma)), bit(t.quote != none))
	k.add2(side, h.lemma)
	k.add2(side, distance(max(i-c.head, c.head-i)))
	k.add4(side, bit(t.segment == before.segment), t.pos, h.pos)
	k.add3(side, c.frame.form, c.frame.after)
	k.add3(side, before.word, t.pos)
}

// shareAt is what the span model says of token i.
func (c *cue) shareAt(i int) share {
	if i < c.low || i >= c.high {
		return share{1}
	}
	return c.shares[i-c.low]
}

// level buckets a label's probability.
func level(p float32) uint32 {
	for i, limit := range [...]float32{.03, .1, .25, .5, .75, .9, .97} {
		if p < limit {
			return uint32(i)
		}
	}
	return 7
}

// A spanReader is the working memory of the span model.
type spanReader struct {
	keys     keys
	sequence learn.Sequence
	lattice  learn.Lattice
}

// saySpans fills what the span model says of each cue.
func (v *view) saySpans(m *learn.CRF, r *spanReader, cues []*cue) {
	for _, c := range cues {
		v.sequence(&r.sequence, c, v.rivals(cues, c), &r.keys)
		m.Weigh(&r.sequence, &r.lattice)
		c.shares = shares(c.shares, &r.lattice)
		c.best = r.lattice.Best(c.best[:0])
		c.bestP = r.lattice.LogProb(c.best)
	}
}

func shares(out []share, l *learn.Lattice) []share {
	out = grow(out, l.Len())
	for i := range out {
		for y := range numLabels {
			out[i][y] = float32(l.Marginal(i, y))
		}
	}
	return out
}
