package attribute

import (
	"fmt"
	"math"

	"github.com/hearsay-nlp/hearsay/extract/learn"
)

const (
	rankSize   = 19
	rankEpochs = 3
	rankLeast  = 0.01
)

var rankFTRL = learn.FTRL{Alpha: .02, Beta: 1, L1: .1, L2: 1}

// candidates drafts all candidate claims of the document, for which the
// models before have spoken.
func (v *view) candidates(cues []*cue) []candidate {
	d := drafter{view: v}
	for _, c := range cues {
		d.draft(c, cues)
	}
	d.layouts()
	return d.out
}

// right reports whether n agrees with g as corpus/eval counts it: their
// contents share half of their words, and so do their sources.
func (v *view) right(n *candidate, g *gold) bool {
	both, either := v.common(n.content, g.content)
	if either == 0 || 2*both < either {
		return false
	}
	if len(n.source) == 0 || len(g.source) == 0 {
		return len(n.source) == len(g.source)
	}
	both, _ = v.common(n.source, g.source)
	return 2*both >= min(v.wordsOf(n.source), v.wordsOf(g.source)) && both > 0
}

// common counts the words of both sorted lists, and of either.
func (v *view) common(a, b []int) (both, either int) {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			either += int(bit(v.tokens[a[0]].is(wordy)))
			a = a[1:]
		case a[0] > b[0]:
			either += int(bit(v.tokens[b[0]].is(wordy)))
			b = b[1:]
		default:
			n := int(bit(v.tokens[a[0]].is(wordy)))
			both, either = both+n, either+n
			a, b = a[1:], b[1:]
		}
	}
	return both, either + v.wordsOf(a) + v.wordsOf(b)
}

func (v *view) wordsOf(tokens []int) (n int) {
	for _, i := range tokens {
		n += int(bit(v.tokens[i].is(wordy)))
	}
	return n
}

// trainRank learns the rank model.
func (t *trainer) trainRank(articles []int) *learn.Logistic {
	m := learn.NewLogisticTrainer(rankSize, rankFTRL)
	random := learn.NewRand(seed)
	var k keys
	for epoch := range rankEpochs {
		loss, n := 0.0, 0
		for _, at := range learn.Order(random, len(articles)) {
			a := t.articles[articles[at]]
			for i := range a.drafts {
				if a.drafts[i].fixed {
					continue
				}
				a.rankFeatures(&k, &a.drafts[i], a.cues)
				p := m.Learn(k.out, a.truth[i], 1)
				if !a.truth[i] {
					p = 1 - p
				}
				loss -= math.Log(max(p, 1e-9))
				n++
			}
		}
		t.tell("whole claims", epoch+1, rankEpochs, fmt.Sprintf("loss %.4f", loss/float64(max(n, 1))))
	}
	return m.Freeze(rankLeast)
}

// ranks drafts the candidates of all articles, trains the rank model, and
// scores them.
func (t *trainer) ranks() *learn.Logistic {
	for _, a := range t.articles {
		a.drafts = a.candidates(a.cues)
		a.truth = make([]bool, len(a.drafts))
		for i := range a.drafts {
			for g := range a.gold {
				a.truth[i] = a.truth[i] || a.right(&a.drafts[i], &a.gold[g])
			}
		}
	}
	return jackknifed(t, t.trainRank, func(m *learn.Logistic, a *article) {
		var k keys
		a.rank(m, &k, a.drafts, a.cues)
	})
}
