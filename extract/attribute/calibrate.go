package attribute

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"

	"github.com/hearsay-nlp/hearsay/extract/learn"
)

// A calibration turns rank scores into the share of claims with such scores
// that were right: steps found by isotonic regression (Zadrozny and Elkan
// 2002), with straight lines between their middles.
type calibration struct {
	score, chance []float64 // both ascending
}

// An outcome is a chosen claim's score and whether it was right.
type outcome struct {
	score float64
	right bool
}

// calibrate fits outcomes, pooling neighbours that are out of order.
func calibrate(outcomes []outcome) calibration {
	slices.SortStableFunc(outcomes, func(a, b outcome) int {
		switch {
		case a.score < b.score:
			return -1
		case a.score > b.score:
			return 1
		}
		return 0
	})
	var blocks []block
	const least = 60 // outcomes a step, so that its ends are not 0 and 1
	for from := 0; from < len(outcomes); from += least {
		var b block
		for _, o := range outcomes[from:min(from+least, len(outcomes))] {
			b.score += o.score
			b.right += float64(bit(o.right))
			b.n++
		}
		blocks = append(blocks, b)
		for n := len(blocks); n > 1 && !blocks[n-2].before(blocks[n-1]); n-- {
			a, z := blocks[n-2], blocks[n-1]
			blocks = append(blocks[:n-2], block{a.score + z.score, a.right + z.right, a.n + z.n})
		}
	}
	var c calibration
	for _, b := range blocks {
		c.score = append(c.score, b.score/b.n)
		c.chance = append(c.chance, b.right/b.n)
	}
	return c
}

// A block sums the outcomes of one step.
type block struct{ score, right, n float64 }

// before reports whether scores and chances rise from b to z, also when they
// are kept in 32 bits.
func (b block) before(z block) bool {
	return b.right*z.n < z.right*b.n && float32(b.score/b.n) < float32(z.score/z.n)
}

// of is the calibrated probability of a score.
func (c *calibration) of(score float64) float64 {
	n := len(c.score)
	if n == 0 {
		return score
	}
	k, _ := slices.BinarySearch(c.score, score)
	switch k {
	case 0:
		return c.chance[0] * score / c.score[0] // never fitted: straight down to 0
	case n:
		return c.chance[n-1]
	}
	share := (score - c.score[k-1]) / (c.score[k] - c.score[k-1])
	return c.chance[k-1] + share*(c.chance[k]-c.chance[k-1])
}

// scoreOf is the least rank score whose calibrated probability is p or more,
// infinite if none is.
func (c *calibration) scoreOf(p float64) float64 {
	if len(c.score) == 0 {
		return p
	}
	k, _ := slices.BinarySearch(c.chance, p)
	switch k {
	case 0:
		return c.score[0] * p / c.chance[0]
	case len(c.chance):
		return math.Inf(1)
	}
	share := (p - c.chance[k-1]) / (c.chance[k] - c.chance[k-1])
	return c.score[k-1] + share*(c.score[k]-c.score[k-1])
}

// AppendBinary writes the steps.
func (c *calibration) AppendBinary(b []byte) ([]byte, error) {
	for i := range c.score {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(float32(c.score[i])))
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(float32(c.chance[i])))
	}
	return b, nil
}

// UnmarshalBinary reads what AppendBinary wrote.
func (c *calibration) UnmarshalBinary(b []byte) error {
	if len(b)%8 != 0 {
		return fmt.Errorf("%w: calibration of %d bytes", learn.ErrFormat, len(b))
	}
	*c = calibration{}
	last := -1.0
	for ; len(b) > 0; b = b[8:] {
		score := float64(math.Float32frombits(binary.LittleEndian.Uint32(b)))
		chance := float64(math.Float32frombits(binary.LittleEndian.Uint32(b[4:])))
		if !(score > last && score <= 1 && chance >= 0 && chance <= 1) {
			return fmt.Errorf("%w: calibration step %v to %v", learn.ErrFormat, score, chance)
		}
		c.score, c.chance, last = append(c.score, score), append(c.chance, chance), score
	}
	return nil
}
