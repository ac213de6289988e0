package learn

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/bits"
)

// A CRF is a frozen linear-chain conditional random field (Lafferty, McCallum
// and Pereira 2001): it says how probable each labelling of a sequence is.
// Features share weights where the low bits of their keys agree.
type CRF struct {
	labels             int
	nodeMask, edgeMask uint32
	node, edge         quantised
}

// Labels is the number of labels.
func (m *CRF) Labels() int { return m.labels }

// Weights is the number of weights that are not 0.
func (m *CRF) Weights() int { return m.node.kept() + m.edge.kept() }

// Weigh fills l with what the model says of s. It panics if a position of s
// allows no label.
func (m *CRF) Weigh(s *Sequence, l *Lattice) {
	l.reset(s, m.labels)
	width := m.labels * m.labels
	for t := range s.Len() {
		m.node.addRows(l.node[t*m.labels:][:m.labels], s.nodes(t), m.nodeMask)
		if t > 0 {
			m.edge.addRows(l.edge[t*width:][:width], s.edges(t), m.edgeMask)
		}
	}
	l.sum()
}

// AppendBinary writes the weights that are not 0.
func (m *CRF) AppendBinary(b []byte) ([]byte, error) {
	b = binary.AppendUvarint(b, uint64(m.labels))
	return m.edge.append(m.node.append(b)), nil
}

// UnmarshalBinary reads what AppendBinary wrote.
func (m *CRF) UnmarshalBinary(b []byte) error {
	labels, b, err := readCount(b, MaxLabels)
	if err != nil {
		return err
	}
	var node, edge quantised
	if b, err = node.read(b); err != nil {
		return err
	}
	if b, err = edge.read(b); err != nil {
		return err
	}
	nodes, nodesFit := slotsOf(len(node.codes), labels)
	edges, edgesFit := slotsOf(len(edge.codes), labels*labels)
	if len(b) != 0 || labels < 2 || !nodesFit || !edgesFit {
		return fmt.Errorf("%w: CRF of %d labels with %d and %d weights", ErrFormat, labels, len(node.codes), len(edge.codes))
	}
	*m = CRF{labels: labels, nodeMask: uint32(nodes - 1), edgeMask: uint32(edges - 1), node: node, edge: edge}
	return nil
}

// slotsOf is how many rows of the given width make up size, which must be a
// power of two.
func slotsOf(size, width int) (int, bool) {
	if width == 0 || size%width != 0 {
		return 0, false
	}
	return size / width, bits.OnesCount(uint(size/width)) == 1
}

// A CRFTrainer learns a CRF by stochastic gradient descent on the negative
// log-likelihood, one sequence at a time, with FTRL-proximal steps.
type CRFTrainer struct {
	labels             int
	nodeMask, edgeMask uint32
	node, edge         coordinates
	lattice            Lattice
}

// NewCRFTrainer starts with weights of 0, for 2^nodes features of positions
// and 2^edges of transitions. It panics unless there are 2 to MaxLabels
// labels and the weights fit the model file.
func NewCRFTrainer(labels, nodes, edges int, f FTRL) *CRFTrainer {
	checkSize(nodes)
	checkSize(edges)
	if labels < 2 || labels > MaxLabels || labels<<nodes > maxCoordinates || labels*labels<<edges > maxCoordinates {
		panic(fmt.Sprintf("learn: CRF of %d labels with 2^%d and 2^%d features", labels, nodes, edges))
	}
	return &CRFTrainer{
		labels:   labels,
		nodeMask: 1<<nodes - 1, edgeMask: 1<<edges - 1,
		node: newCoordinates(f, labels<<nodes), edge: newCoordinates(f, labels*labels<<edges),
	}
}

// Weigh fills l by the weights as they are now.
func (t *CRFTrainer) Weigh(s *Sequence, l *Lattice) {
	l.reset(s, t.labels)
	for i := range s.Len() {
		for _, f := range s.nodes(i) {
			row := t.node.w[int(f&t.nodeMask)*t.labels:][:t.labels]
			for y, w := range row {
				l.node[i*t.labels+y] += float64(w)
			}
		}
		if i == 0 {
			continue
		}
		pairs := l.edge[i*t.labels*t.labels:][:t.labels*t.labels]
		for _, f := range s.edges(i) {
			row := t.edge.w[int(f&t.edgeMask)*len(pairs):][:len(pairs)]
			for y, w := range row {
				pairs[y] += float64(w)
			}
		}
	}
	l.sum()
}

// Learn moves the weights towards the right labelling of s, and returns the
// log-probability that it had before. It panics if truth is of another length
// or takes a label that is not allowed.
func (t *CRFTrainer) Learn(s *Sequence, truth []uint8) float64 {
	if len(truth) != s.Len() {
		panic(fmt.Sprintf("learn: %d labels for %d positions", len(truth), s.Len()))
	}
	l := &t.lattice
	t.Weigh(s, l)
	before := l.LogProb(truth)
	if math.IsInf(before, -1) {
		panic("learn: the right labelling is not allowed")
	}
	gradient(l, truth, func(i, y int, g float64) {
		for _, f := range s.nodes(i) {
			t.node.descend((f&t.nodeMask)*uint32(t.labels)+uint32(y), g)
		}
	}, func(i, pair int, g float64) {
		for _, f := range s.edges(i) {
			t.edge.descend((f&t.edgeMask)*uint32(t.labels*t.labels)+uint32(pair), g)
		}
	})
	return before
}

// negligible is the gradient below which a step is not worth its time.
const negligible = 1e-6

// gradient tells the derivatives of the negative log-likelihood by the score
// of each label at each position and of each pair of neighbours' labels.
func gradient(l *Lattice, truth []uint8, node, edge func(t, y int, g float64)) {
	k := l.labels
	for t, y := range truth {
		for b := range k {
			g := l.Marginal(t, b)
			if b == int(y) {
				g--
			}
			if math.Abs(g) > negligible {
				node(t, b, g)
			}
			for a := 0; t > 0 && a < k; a++ {
				g := l.Pair(t, a, b)
				if a == int(truth[t-1]) && b == int(y) {
					g--
				}
				if math.Abs(g) > negligible {
					edge(t, a*k+b, g)
				}
			}
		}
	}
}

// Freeze quantises the weights that exceed least to 8 bits.
func (t *CRFTrainer) Freeze(least float64) *CRF {
	return &CRF{
		labels: t.labels, nodeMask: t.nodeMask, edgeMask: t.edgeMask,
		node: quantise(t.node.w, least), edge: quantise(t.edge.w, least),
	}
}
