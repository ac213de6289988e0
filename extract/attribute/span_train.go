package attribute

import (
	"fmt"

	"github.com/hearsay-nlp/hearsay/extract/learn"
)

// Settings of the span model, chosen by jackknife on PolNeAR's train part.
const (
	spanNodes  = 20
	spanEdges  = 16
	spanEpochs = 7
	spanLeast  = 0.01
)

var spanFTRL = learn.FTRL{Alpha: .014, Beta: 1, L1: .1, L2: 1}

// labels are the right labels of the tokens of c; false if g does not tell.
func (g *gold) labels(c *cue) []uint8 {
	out := make([]uint8, c.high-c.low)
	for _, role := range []struct {
		label  uint8
		tokens []int
	}{{labelContent, g.content}, {labelCue, g.cue}, {labelSource, g.source}} {
		for _, i := range role.tokens {
			if i >= c.low && i < c.high {
				out[i-c.low] = role.label
			}
		}
	}
	out[c.head-c.low] = labelCue
	return out
}

// goldCues are the annotated cues of a in text order with their claims, and
// the cues that the cue models found: what the former are trained among.
func (a *article) goldCues() []goldCue {
	at := map[int]*gold{}
	for i := range a.gold {
		g := &a.gold[i]
		if old := at[g.head]; g.head != none && (old == nil || len(old.content) < len(g.content)) {
			at[g.head] = g
		}
	}
	var out []goldCue
	found := map[int]*cue{}
	for _, c := range a.cues {
		found[c.head] = c
	}
	for i := range a.gold {
		g := &a.gold[i]
		if g.head == none || at[g.head] != g {
			continue
		}
		c := found[g.head]
		if c == nil {
			c = a.missed[g.head]
		}
		out = append(out, goldCue{c, g, a.rivals(a.cues, c)})
	}
	return out
}

// A goldCue is an annotated cue among the possible cues of its sentence.
type goldCue struct {
	*cue
	gold   *gold
	others []*cue
}

// trainSpan learns the span model.
func (t *trainer) trainSpan(articles []int) *learn.CRF {
	type example struct {
		a *article
		goldCue
		labels []uint8
	}
	var examples []example
	for _, at := range articles {
		a := t.articles[at]
		for _, c := range a.goldCues() {
			examples = append(examples, example{a, c, c.gold.labels(c.cue)})
		}
	}
	m := learn.NewCRFTrainer(numLabels, spanNodes, spanEdges, spanFTRL)
	random := learn.NewRand(seed)
	var r spanReader
	for epoch := range spanEpochs {
		sum := 0.0
		for _, at := range learn.Order(random, len(examples)) {
			e := &examples[at]
			e.a.sequence(&r.sequence, e.cue, e.others, &r.keys)
			sum -= m.Learn(&r.sequence, e.labels)
		}
		t.tell("spans", epoch+1, spanEpochs, fmt.Sprintf("loss %.3f a cue", sum/float64(max(len(examples), 1))))
	}
	return m.Freeze(spanLeast)
}

// spans trains the span model.
func (t *trainer) spans() *learn.CRF {
	for _, a := range t.articles {
		a.findMissed()
	}
	return jackknifed(t, t.trainSpan, func(m *learn.CRF, a *article) {
		var r spanReader
		a.saySpans(m, &r, a.cues)
	})
}

// findMissed makes the article's cues, and apart from them the annotated ones
// that the cue models miss: those are trained on as well.
func (a *article) findMissed() {
	a.cues, a.missed = a.findCues(a.cue), map[int]*cue{}
	for _, g := range a.gold {
		if g.head != none && a.cue[g.head] < leastCue {
			a.missed[g.head] = a.newCue(g.head, float64(a.cue[g.head]))
		}
	}
}
