package learn

import (
	"fmt"
	"math"
)

// A Lattice holds the scores of a sequence's labellings and answers questions
// about them. CRF.Weigh fills it; one Lattice serves again and again.
type Lattice struct {
	n, labels int
	allowed   []Labels
	node      []float64 // score of label y at t: t*labels + y
	edge      []float64 // score of labels a, b at t-1, t: (t*labels + a)*labels + b

	potential []float64 // like edge: exp(node + edge - shift of t)
	alpha     []float64 // like node: share of each label, forwards, sums to 1
	beta      []float64 // like node: backwards, scaled like alpha
	norm      []float64 // what alpha was divided by at t
	logZ      float64
	back      []uint8 // like node, for Best
}

// lowest bounds potentials from below (the highest at a position being e^0),
// so that no sum over allowed labels underflows to 0.
const lowest = -300

// reset makes room for n positions with all scores 0.
func (l *Lattice) reset(s *Sequence, labels int) {
	n := s.Len()
	l.n, l.labels, l.logZ = n, labels, 0
	l.allowed = append(l.allowed[:0], s.allowed...)
	for t := range l.allowed {
		if l.allowed[t] &= 1<<labels - 1; l.allowed[t] == 0 {
			panic(fmt.Sprintf("learn: no label allowed at position %d", t))
		}
	}
	for _, v := range []struct {
		p    *[]float64
		size int
	}{
		{&l.node, n * labels}, {&l.edge, n * labels * labels}, {&l.potential, n * labels * labels},
		{&l.alpha, n * labels}, {&l.beta, n * labels}, {&l.norm, n},
	} {
		if cap(*v.p) < v.size {
			*v.p = make([]float64, v.size, 2*v.size)
		}
		*v.p = (*v.p)[:v.size]
		clear(*v.p)
	}
	if cap(l.back) < n*labels {
		l.back = make([]uint8, n*labels, 2*n*labels)
	}
	l.back = l.back[:n*labels]
}

func (l *Lattice) may(t, y int) bool { return l.allowed[t]>>y&1 != 0 }

// edgeAt is the place of the pair a, b at t-1, t.
func (l *Lattice) edgeAt(t, a, b int) int { return (t*l.labels+a)*l.labels + b }

// sum runs the forward-backward algorithm over potentials, normalised at each
// position (Rabiner 1989).
func (l *Lattice) sum() {
	if l.n == 0 {
		return
	}
	k := l.labels
	for t := range l.n {
		shift := l.exponentiate(t)
		total := 0.0
		for b := range k {
			if !l.may(t, b) {
				continue
			}
			x := 0.0
			if t == 0 {
				x = l.potential[b]
			}
			for a := 0; t > 0 && a < k; a++ {
				x += l.alpha[(t-1)*k+a] * l.potential[l.edgeAt(t, a, b)]
			}
			l.alpha[t*k+b] = x
			total += x
		}
		for b := range k {
			l.alpha[t*k+b] /= total
		}
		l.norm[t] = total
		l.logZ += math.Log(total) + shift
	}
	for y := range k {
		l.beta[(l.n-1)*k+y] = 1
	}
	for t := l.n - 1; t > 0; t-- {
		for a := range k {
			x := 0.0
			for b := range k {
				x += l.potential[l.edgeAt(t, a, b)] * l.beta[t*k+b]
			}
			l.beta[(t-1)*k+a] = x / l.norm[t]
		}
	}
}

// exponentiate fills the potentials of the allowed pairs at t (at 0: of the
// allowed labels) and returns the score that was taken off them.
func (l *Lattice) exponentiate(t int) (shift float64) {
	k := l.labels
	shift = math.Inf(-1)
	each := func(do func(place int, score float64)) {
		for b := range k {
			if !l.may(t, b) {
				continue
			}
			if t == 0 {
				do(b, l.node[b])
				continue
			}
			for a := range k {
				if l.may(t-1, a) {
					at := l.edgeAt(t, a, b)
					do(at, l.edge[at]+l.node[t*k+b])
				}
			}
		}
	}
	each(func(_ int, score float64) { shift = max(shift, score) })
	each(func(at int, score float64) { l.potential[at] = math.Exp(max(lowest, score-shift)) })
	return shift
}

// Len is the number of positions.
func (l *Lattice) Len() int { return l.n }

// Marginal is the probability that position t has label y.
func (l *Lattice) Marginal(t, y int) float64 {
	return l.alpha[t*l.labels+y] * l.beta[t*l.labels+y]
}

// Pair is the probability that positions t-1 and t have labels a and b.
func (l *Lattice) Pair(t, a, b int) float64 {
	return l.alpha[(t-1)*l.labels+a] * l.potential[l.edgeAt(t, a, b)] * l.beta[t*l.labels+b] / l.norm[t]
}

// LogProb is the logarithm of the probability of a labelling; -Inf if it
// takes a label that is not allowed.
func (l *Lattice) LogProb(labels []uint8) float64 {
	sum := -l.logZ
	for t, y := range labels {
		if !l.may(t, int(y)) {
			return math.Inf(-1)
		}
		sum += l.node[t*l.labels+int(y)]
		if t > 0 {
			sum += l.edge[l.edgeAt(t, int(labels[t-1]), int(y))]
		}
	}
	return sum
}

// Best appends the most probable labelling to labels (Viterbi's algorithm);
// of equals, the one with the lower labels at the end.
func (l *Lattice) Best(labels []uint8) []uint8 {
	if l.n == 0 {
		return labels
	}
	k := l.labels
	var last, next [MaxLabels]float64
	for t := range l.n {
		for b := range k {
			next[b] = math.Inf(-1)
			if !l.may(t, b) {
				continue
			}
			if t == 0 {
				next[b] = l.node[b]
				continue
			}
			for a := range k {
				if x := last[a] + l.edge[l.edgeAt(t, a, b)]; x > next[b] {
					next[b], l.back[t*k+b] = x, uint8(a)
				}
			}
			next[b] += l.node[t*k+b]
		}
		last = next
	}
	y := 0
	for b := 1; b < k; b++ {
		if last[b] > last[y] {
			y = b
		}
	}
	first := len(labels)
	labels = append(labels, make([]uint8, l.n)...)
	for t := l.n - 1; t >= 0; t-- {
		labels[first+t] = uint8(y)
		y = int(l.back[t*k+y])
	}
	return labels
}
