package learn

import "math/rand/v2"

// A Progress is told how far training is; a nil Progress is told nothing.
type Progress func(Report)

// A Report says how far one phase of training is.
type Report struct {
	Phase       string // what is being trained
	Done, Total int    // steps, usually epochs
	Note        string // how well it goes, e.g. "accuracy 97.1 %"
}

// Tell passes r on unless p is nil.
func (p Progress) Tell(r Report) {
	if p != nil {
		p(r)
	}
}

// NewRand is the generator to draw training's random choices from: the same
// seed gives the same choices on every machine.
func NewRand(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 0x6865617273617921)) }

// Order is 0..n-1 shuffled by r.
func Order(r *rand.Rand, n int) []int { return r.Perm(n) }
