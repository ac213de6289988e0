package learn

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// drawSequence draws a short sequence over few features, so that they recur,
// and a labelling that it allows.
func drawSequence(t *rapid.T, labels int) (*Sequence, []uint8) {
	var s Sequence
	var truth []uint8
	for range rapid.IntRange(0, 5).Draw(t, "positions") {
		y := rapid.IntRange(0, labels-1).Draw(t, "label")
		truth = append(truth, uint8(y))
		s.Add(Labels(rapid.Byte().Draw(t, "allowed")) | Only(y))
		s.Node(rapid.SliceOfN(rapid.Uint32Range(0, 3), 0, 3).Draw(t, "node")...)
		s.Edge(rapid.SliceOfN(rapid.Uint32Range(0, 1), 0, 2).Draw(t, "edge")...)
	}
	return &s, truth
}

// drawTrainer draws a CRF with weights as they come, up to large ones.
func drawTrainer(t *rapid.T) *CRFTrainer {
	c := NewCRFTrainer(rapid.IntRange(2, 4).Draw(t, "labels"), 2, 1, FTRL{Alpha: .1, Beta: 1})
	size := rapid.SampledFrom([]float64{.5, 3, 40}).Draw(t, "size of weights")
	for _, w := range [][]float32{c.node.w, c.edge.w} {
		for i := range w {
			w[i] = float32(rapid.Float64Range(-size, size).Draw(t, "weight"))
		}
	}
	return c
}

// labellings are all that s allows.
func labellings(s *Sequence, labels int) [][]uint8 {
	all := [][]uint8{nil}
	for t := range s.Len() {
		var longer [][]uint8
		for _, head := range all {
			for y := range labels {
				if s.allowed[t]>>y&1 != 0 {
					longer = append(longer, append(head[:t:t], uint8(y)))
				}
			}
		}
		all = longer
	}
	return all
}

// score adds a labelling's weights up one by one.
func score(c *CRFTrainer, s *Sequence, labels []uint8) float64 {
	sum := 0.0
	for t, y := range labels {
		for _, f := range s.nodes(t) {
			sum += float64(c.node.w[int(f)*c.labels+int(y)])
		}
		for _, f := range s.edges(t) {
			if t > 0 {
				sum += float64(c.edge.w[(int(f)*c.labels+int(labels[t-1]))*c.labels+int(y)])
			}
		}
	}
	return sum
}

func logSum(x []float64) float64 {
	top := math.Inf(-1)
	for _, v := range x {
		top = max(top, v)
	}
	sum := 0.0
	for _, v := range x {
		sum += math.Exp(v - top)
	}
	return top + math.Log(sum)
}

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-8*(1+math.Abs(a)) }

func TestLatticeAgreesWithEnumeration(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawTrainer(t)
		s, _ := drawSequence(t, c.labels)
		var l Lattice
		c.Weigh(s, &l)

		all := labellings(s, c.labels)
		scores := make([]float64, len(all))
		best := math.Inf(-1)
		for i, labels := range all {
			scores[i] = score(c, s, labels)
			best = max(best, scores[i])
		}
		z := logSum(scores)
		for i, labels := range all {
			if got, want := l.LogProb(labels), scores[i]-z; !near(want, got) {
				t.Fatalf("log-probability of %v is %v, want %v", labels, got, want)
			}
		}
		for pos := range s.Len() {
			for y := range c.labels {
				want := 0.0
				pairs := make([]float64, c.labels)
				for i, labels := range all {
					if int(labels[pos]) == y {
						p := math.Exp(scores[i] - z)
						want += p
						if pos > 0 {
							pairs[labels[pos-1]] += p
						}
					}
				}
				if got := l.Marginal(pos, y); !near(want, got) {
					t.Fatalf("marginal of %d at %d is %v, want %v", y, pos, got, want)
				}
				for a := 0; pos > 0 && a < c.labels; a++ {
					if got := l.Pair(pos, a, y); !near(pairs[a], got) {
						t.Fatalf("probability of %d %d before %d is %v, want %v", a, y, pos, got, pairs[a])
					}
				}
			}
		}
		if got := score(c, s, l.Best(nil)); !near(best, got) {
			t.Fatalf("best labelling %v scores %v, want %v", l.Best(nil), got, best)
		}
	})
}

func TestGradientIsTheSlopeOfTheLoss(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawTrainer(t)
		s, truth := drawSequence(t, c.labels)
		var l Lattice
		c.Weigh(s, &l)
		nodes, edges := make([]float64, len(l.node)), make([]float64, len(l.edge))
		gradient(&l, truth,
			func(t, y int, g float64) { nodes[t*c.labels+y] += g },
			func(t, pair int, g float64) { edges[t*c.labels*c.labels+pair] += g })

		loss := func(at *float64, by float64) float64 {
			was := *at
			defer func() { *at = was }()
			*at += by
			clear(l.potential) // sum leaves forbidden pairs alone
			l.logZ = 0
			l.sum()
			return -l.LogProb(truth)
		}
		check := func(what string, scores, got []float64, i int) {
			const h = 1e-5
			want := (loss(&scores[i], h) - loss(&scores[i], -h)) / (2 * h)
			if math.Abs(want-got[i]) > 1e-4 {
				t.Fatalf("derivative by %s score %d is %v, want %v", what, i, got[i], want)
			}
		}
		for i := range nodes {
			check("node", l.node, nodes, i)
		}
		for i := c.labels * c.labels; i < len(edges); i++ {
			check("edge", l.edge, edges, i)
		}
	})
}

// Labels follow from what came before alone: 0 until a mark, 1 after it.
func TestCRFLearnsTransitions(t *testing.T) {
	const word, mark = 0, 1
	random := NewRand(3)
	draw := func() (*Sequence, []uint8) {
		var s Sequence
		var truth []uint8
		y := uint8(0)
		for range 12 {
			f := uint32(word)
			if random.IntN(8) == 0 {
				f, y = mark, 1
			}
			s.Add(Any)
			s.Node(Feature(0, f))
			s.Edge(Feature(1, 0))
			truth = append(truth, y)
		}
		return &s, truth
	}
	trainer := NewCRFTrainer(2, 10, 10, FTRL{Alpha: .5, Beta: 1, L1: .01})
	for range 500 {
		trainer.Learn(draw())
	}
	model := trainer.Freeze(0)
	var l Lattice
	for range 50 {
		s, truth := draw()
		model.Weigh(s, &l)
		if d := cmp.Diff(truth, l.Best(nil)); d != "" {
			t.Fatalf("labels (-want +got):\n%s", d)
		}
	}
}

func TestClampedPositionsKeepTheirLabel(t *testing.T) {
	trainer := NewCRFTrainer(3, 4, 4, FTRL{Alpha: 1, Beta: 1})
	var s Sequence
	for range 3 {
		s.Add(Any)
		s.Node(1)
	}
	for range 20 {
		trainer.Learn(&s, []uint8{0, 0, 0})
	}
	s.Reset()
	s.Add(Any)
	s.Node(1)
	s.Add(Only(2))
	s.Node(1)
	var l Lattice
	trainer.Freeze(0).Weigh(&s, &l)
	if d := cmp.Diff([]uint8{0, 2}, l.Best(nil)); d != "" {
		t.Errorf("labels (-want +got):\n%s", d)
	}
	if p := l.Marginal(1, 2); p != 1 {
		t.Errorf("probability of the only label is %v", p)
	}
	if p := l.LogProb([]uint8{0, 0}); !math.IsInf(p, -1) {
		t.Errorf("log-probability of a forbidden label is %v", p)
	}
}

func BenchmarkCRF(b *testing.B) {
	trainer := NewCRFTrainer(4, 21, 16, FTRL{Alpha: .1, Beta: 1})
	random := NewRand(1)
	var s Sequence
	for range 30 {
		s.Add(Any)
		for range 60 {
			s.Node(random.Uint32())
		}
		for range 8 {
			s.Edge(random.Uint32())
		}
	}
	trainer.Learn(&s, make([]uint8, 30))
	model := trainer.Freeze(0)
	var l Lattice
	b.ReportAllocs()
	for b.Loop() {
		model.Weigh(&s, &l)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/30, "ns/position")
}
