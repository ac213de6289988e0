package learn

import (
	"fmt"
	"math"
	"math/bits"
)

// A Logistic is a frozen logistic regression: the probability that something
// is so, given the features that hold. Features share weights where the low
// bits of their keys agree.
type Logistic struct {
	mask    uint32
	weights quantised
}

// Score is the log-odds.
func (m *Logistic) Score(features []uint32) float64 {
	sum := float32(0)
	for _, f := range features {
		sum += m.weights.at(f & m.mask)
	}
	return float64(sum)
}

// Probability is the logistic function of Score.
func (m *Logistic) Probability(features []uint32) float64 { return Sigmoid(m.Score(features)) }

// Weight is what the feature adds to the log-odds.
func (m *Logistic) Weight(feature uint32) float64 { return float64(m.weights.at(feature & m.mask)) }

// Weights is the number of weights that are not 0.
func (m *Logistic) Weights() int { return m.weights.kept() }

// Sigmoid turns log-odds into a probability.
func Sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// AppendBinary writes the weights that are not 0.
func (m *Logistic) AppendBinary(b []byte) ([]byte, error) { return m.weights.append(b), nil }

// UnmarshalBinary reads what AppendBinary wrote.
func (m *Logistic) UnmarshalBinary(b []byte) error {
	var q quantised
	b, err := q.read(b)
	if err != nil {
		return err
	}
	if len(b) != 0 || bits.OnesCount(uint(len(q.codes))) != 1 {
		return fmt.Errorf("%w: logistic regression of size %d with %d bytes after it", ErrFormat, len(q.codes), len(b))
	}
	*m = Logistic{mask: uint32(len(q.codes) - 1), weights: q}
	return nil
}

// A LogisticTrainer learns a logistic regression by FTRL-proximal, one
// example at a time.
type LogisticTrainer struct {
	mask uint32
	c    coordinates
}

// NewLogisticTrainer starts with 2^size weights of 0; size is 1 to 24. There
// is no bias apart from a feature that always holds.
func NewLogisticTrainer(size int, f FTRL) *LogisticTrainer {
	checkSize(size)
	return &LogisticTrainer{mask: 1<<size - 1, c: newCoordinates(f, 1<<size)}
}

func checkSize(size int) {
	if size < 1 || size > 24 {
		panic(fmt.Sprintf("learn: table of 2^%d weights", size))
	}
}

// Probability is the prediction by the weights as they are now.
func (t *LogisticTrainer) Probability(features []uint32) float64 {
	sum := 0.0
	for _, f := range features {
		sum += float64(t.c.w[f&t.mask])
	}
	return Sigmoid(sum)
}

// Learn moves the weights for an example that counts weight times (1 for a
// plain one), and returns what was predicted before.
func (t *LogisticTrainer) Learn(features []uint32, truth bool, weight float64) float64 {
	p := t.Probability(features)
	g := p
	if truth {
		g--
	}
	g *= weight
	for _, f := range features {
		t.c.descend(f&t.mask, g)
	}
	return p
}

// Freeze quantises the weights that exceed least to 8 bits.
func (t *LogisticTrainer) Freeze(least float64) *Logistic {
	return &Logistic{mask: t.mask, weights: quantise(t.c.w, least)}
}
