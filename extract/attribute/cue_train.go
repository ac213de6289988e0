package attribute

import (
	"fmt"
	"math"

	"github.com/hearsay-nlp/hearsay/extract/learn"
)

// Settings of the cue models, chosen by jackknife on PolNeAR's train part. The
// second model has little to learn.
const (
	cueSize       = 22
	cueEpochs     = 6
	stackedEpochs = 4
	cueLeast      = 0.01
)

var (
	cueFTRL     = learn.FTRL{Alpha: .04, Beta: 1, L1: .1, L2: 2}
	stackedFTRL = learn.FTRL{Alpha: .02, Beta: 1, L1: .5, L2: 2}
)

// easy is the error below which a training example teaches nothing worth its
// time.
const easy = 0.004

// trainCue learns the first cue model, or the second one.
func (t *trainer) trainCue(phase string, articles []int, stacked bool) *learn.Logistic {
	setting, epochs := cueFTRL, cueEpochs
	if stacked {
		setting, epochs = stackedFTRL, stackedEpochs
	}
	m := learn.NewLogisticTrainer(cueSize, setting)
	random := learn.NewRand(seed)
	var k keys
	for epoch := range epochs {
		loss, n := 0.0, 0
		for _, at := range learn.Order(random, len(articles)) {
			a := t.articles[articles[at]]
			heads := a.heads()
			var h *habits
			if stacked {
				h = a.habits(a.first)
			}
			for i := range a.tokens {
				if !a.mayCue(i) {
					continue
				}
				if stacked {
					a.stackedCueFeatures(&k, i, a.first, h)
				} else {
					a.cueFeatures(&k, i)
				}
				p := m.Probability(k.out)
				if !heads[i] {
					p = 1 - p
				}
				loss -= math.Log(max(p, 1e-9))
				n++
				if p < 1-easy {
					m.Learn(k.out, heads[i], 1)
				}
			}
		}
		t.tell(phase, epoch+1, epochs, fmt.Sprintf("loss %.4f", loss/float64(max(n, 1))))
	}
	return m.Freeze(cueLeast)
}

// sayCue fills p with what a cue model says of each token.
func (v *view) sayCue(m *learn.Logistic, k *keys, p, stacked []float32) {
	var h *habits
	if stacked != nil {
		h = v.habits(stacked)
	}
	for i := range v.tokens {
		p[i] = 0
		if !v.mayCue(i) {
			continue
		}
		if stacked != nil {
			v.stackedCueFeatures(k, i, stacked, h)
		} else {
			v.cueFeatures(k, i)
		}
		p[i] = float32(m.Probability(k.out))
	}
}
