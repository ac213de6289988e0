package learn

// MaxLabels is the largest number of labels of a CRF.
const MaxLabels = 8

// Labels is a set of labels of a CRF: bit y is label y.
type Labels uint8

// Any is the set of all labels.
const Any Labels = 0xff

// Only is the set of label y alone.
func Only(y int) Labels { return 1 << y }

// A Sequence is what a CRF looks at: positions, each with the labels it may
// take, the features of the position and those of the transition into it.
// One Sequence serves again and again after Reset.
type Sequence struct {
	allowed  []Labels
	node     []uint32
	edge     []uint32
	nodeEnds []int
	edgeEnds []int
}

// Reset empties s.
func (s *Sequence) Reset() {
	s.allowed, s.node, s.edge = s.allowed[:0], s.node[:0], s.edge[:0]
	s.nodeEnds, s.edgeEnds = s.nodeEnds[:0], s.edgeEnds[:0]
}

// Len is the number of positions.
func (s *Sequence) Len() int { return len(s.allowed) }

// Add opens the next position, which may take the labels allowed. Training
// and prediction are both conditioned on that.
func (s *Sequence) Add(allowed Labels) {
	s.allowed = append(s.allowed, allowed)
	s.nodeEnds = append(s.nodeEnds, len(s.node))
	s.edgeEnds = append(s.edgeEnds, len(s.edge))
}

// Node adds features of the position last opened; each has a weight for
// every label.
func (s *Sequence) Node(features ...uint32) {
	s.node = append(s.node, features...)
	s.nodeEnds[len(s.nodeEnds)-1] = len(s.node)
}

// Edge adds features of the transition into the position last opened; each
// has a weight for every pair of labels. At the first position they count for
// nothing.
func (s *Sequence) Edge(features ...uint32) {
	s.edge = append(s.edge, features...)
	s.edgeEnds[len(s.edgeEnds)-1] = len(s.edge)
}

// nodes are the features of position t.
func (s *Sequence) nodes(t int) []uint32 { return s.node[begin(s.nodeEnds, t):s.nodeEnds[t]] }

// edges are the features of the transition from t-1 to t.
func (s *Sequence) edges(t int) []uint32 { return s.edge[begin(s.edgeEnds, t):s.edgeEnds[t]] }

func begin(ends []int, i int) int {
	if i == 0 {
		return 0
	}
	return ends[i-1]
}
