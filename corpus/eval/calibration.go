package eval

import "math"

// A Calibration compares the confidence that claims state with how often
// they were right, in ten bins of a tenth each.
type Calibration [10]Bin

// A Bin holds the claims of one tenth of confidence.
type Bin struct {
	N      int     // claims
	Right  int     // of them, matched with the right source
	Stated float64 // sum of their confidence
}

func (c *Calibration) add(confidence float64, right bool) {
	if math.IsNaN(confidence) {
		confidence = 0
	}
	confidence = min(max(confidence, 0), 1)
	b := &c[min(int(confidence*10), 9)]
	b.N++
	b.Stated += confidence
	if right {
		b.Right++
	}
}

// Mean is the bin's mean stated confidence.
func (b Bin) Mean() float64 { return share(b.Stated, b.N) }

// Observed is the share of the bin's claims that were right.
func (b Bin) Observed() float64 { return share(float64(b.Right), b.N) }

// Gap is the mean distance between stated confidence and observed share,
// weighted by the number of claims (expected calibration error; Naeini et al.
// 2015).
func (c *Calibration) Gap() float64 {
	n, sum := 0, 0.0
	for _, b := range c {
		n += b.N
		sum += float64(b.N) * math.Abs(b.Mean()-b.Observed())
	}
	return share(sum, n)
}

func share(part float64, of int) float64 {
	if of == 0 {
		return 0
	}
	return part / float64(of)
}
