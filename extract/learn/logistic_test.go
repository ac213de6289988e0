package learn

import (
	"math"
	"testing"
)

// Two features with known odds among a thousand that mean nothing.
func TestLogisticLearnsProbabilities(t *testing.T) {
	trainer := NewLogisticTrainer(14, FTRL{Alpha: .1, Beta: 1, L1: 2, L2: .1})
	random := NewRand(2)
	const plain, strong = .2, .9
	for range 40000 {
		keys := []uint32{Feature(0, 0), Feature(1, random.Uint32N(1000))}
		p := plain
		if random.IntN(2) == 0 {
			keys = append(keys, Feature(2, 0))
			p = strong
		}
		trainer.Learn(keys, random.Float64() < p, 1)
	}
	model := trainer.Freeze(.01)
	if p := model.Probability([]uint32{Feature(0, 0)}); math.Abs(p-plain) > .03 {
		t.Errorf("probability without the feature is %.3f, want %.2f", p, plain)
	}
	if p := model.Probability([]uint32{Feature(0, 0), Feature(2, 0)}); math.Abs(p-strong) > .03 {
		t.Errorf("probability with the feature is %.3f, want %.2f", p, strong)
	}
	if n := model.Weights(); n > 500 {
		t.Errorf("%d weights kept: L1 did not work on noise", n)
	}
	// 8 bits cost little against the weights as trained.
	for _, keys := range [][]uint32{{Feature(0, 0)}, {Feature(0, 0), Feature(2, 0)}} {
		if a, b := trainer.Probability(keys), model.Probability(keys); math.Abs(a-b) > .01 {
			t.Errorf("quantised probability %.4f, as trained %.4f", b, a)
		}
	}
}

func TestQuantisedKeepsOrderAndSize(t *testing.T) {
	w := []float32{-8, -1, -.1, 0, .001, .1, 1, 8}
	q := quantise(w, .01)
	for i, x := range w {
		got := q.at(uint32(i))
		if x == .001 {
			x = 0 // at most least
		}
		if math.Abs(float64(got-x)) > .02*math.Abs(float64(x))+.02 {
			t.Errorf("weight %v became %v", x, got)
		}
	}
}
