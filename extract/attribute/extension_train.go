package attribute

import (
	"fmt"
	"math"

	"github.com/hearsay-nlp/hearsay/extract/learn"
)

const (
	extensionSize   = 18
	extensionEpochs = 4
	extensionLeast  = 0.01
)

var extensionFTRL = learn.FTRL{Alpha: .05, Beta: 1, L1: .05, L2: 1}

// trainExtension learns the extension model.
func (t *trainer) trainExtension(articles []int) *learn.Logistic {
	m := learn.NewLogisticTrainer(extensionSize, extensionFTRL)
	random := learn.NewRand(seed)
	var k keys
	for epoch := range extensionEpochs {
		loss, n := 0.0, 0
		for _, at := range learn.Order(random, len(articles)) {
			a := t.articles[articles[at]]
			for _, c := range a.goldCues() {
				if c.shares == nil {
					continue
				}
				a.eachStep(c, func(in inner, sentence, side, step int, yes bool) {
					a.extensionFeatures(&k, c.cue, in, a.cues, a.cue, sentence, side, step)
					p := m.Learn(k.out, yes, 1)
					if !yes {
						p = 1 - p
					}
					loss -= math.Log(max(p, 1e-9))
					n++
				})
			}
		}
		t.tell("sentences around", epoch+1, extensionEpochs, fmt.Sprintf("loss %.4f", loss/float64(max(n, 1))))
	}
	return m.Freeze(extensionLeast)
}

// eachStep calls f for the sentences around an annotated cue, outwards, up to
// the first that holds none of its content.
func (a *article) eachStep(c goldCue, f func(in inner, sentence, side, step int, yes bool)) {
	holds := map[int32]int{}
	for _, i := range c.gold.content {
		holds[a.of[i]]++
	}
	in := a.inner(c.cue)
	home := int(a.of[c.head])
	for _, side := range [...]int{-1, 1} {
		for step := 1; step <= farthest; step++ {
			n := home + side*step
			if n < 0 || n >= len(a.sentences) || a.sentences[n].part != a.sentences[home].part {
				break
			}
			yes := holds[int32(n)] > 0
			f(in, n, side, step, yes)
			if !yes {
				break
			}
		}
	}
}

// extensions trains the extension model and applies it to all cues.
func (t *trainer) extensions() *learn.Logistic {
	return jackknifed(t, t.trainExtension, func(m *learn.Logistic, a *article) {
		var k keys
		for _, c := range a.cues {
			a.extend(m, &k, c, a.cues, a.cue)
		}
	})
}
