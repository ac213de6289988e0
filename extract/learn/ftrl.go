package learn

import "math"

// FTRL is the setting of the FTRL-proximal learner (McMahan et al. 2013):
// per-coordinate learning rates that start at Alpha/Beta and shrink with use,
// an L1 penalty that keeps useless weights at exactly 0, and an L2 penalty.
type FTRL struct {
	Alpha, Beta, L1, L2 float64
}

// coordinates are weights in training. The weight itself is kept beside z and
// n, from which it follows, because it is read far more often than changed.
type coordinates struct {
	FTRL
	z, n, w []float32
}

func newCoordinates(f FTRL, size int) coordinates {
	if f.Alpha <= 0 || f.Beta < 0 || f.L1 < 0 || f.L2 < 0 {
		panic("learn: FTRL needs a positive Alpha and no negative setting")
	}
	return coordinates{FTRL: f, z: make([]float32, size), n: make([]float32, size), w: make([]float32, size)}
}

// descend moves coordinate i against the gradient g of the loss.
func (c *coordinates) descend(i uint32, g float64) {
	n := float64(c.n[i])
	root, grown := math.Sqrt(n), math.Sqrt(n+g*g)
	z := float64(c.z[i]) + g - (grown-root)/c.Alpha*float64(c.w[i])
	c.z[i], c.n[i] = float32(z), float32(n+g*g)
	if math.Abs(z) <= c.L1 {
		c.w[i] = 0
		return
	}
	c.w[i] = float32((math.Copysign(c.L1, z) - z) / ((c.Beta+grown)/c.Alpha + c.L2))
}
