package learn

import (
	"fmt"
	"math"
	"slices"
)

// A PerceptronTrainer learns an averaged perceptron (Collins 2002). Rows are
// made only when an update touches a feature, and averaged lazily. Weights
// are whole numbers within ±2^23.
type PerceptronTrainer struct {
	classes int
	step    int32 // examples seen

	slots []trainSlot
	used  int

	// One entry a weight, in rows of trainSlot.cap: the weight in the high 24
	// bits with its class in the low 8, the sum of the weight over all steps
	// before its last change, and the step of that change.
	weight []int32
	total  []int64
	stamp  []int32
}

type trainSlot struct {
	key     uint32
	offset  uint32
	n, cap  uint16
	updates uint32 // 0 for an empty slot
}

// NewPerceptronTrainer starts with no weights. It panics unless there are 2
// to 255 classes.
func NewPerceptronTrainer(classes int) *PerceptronTrainer {
	if classes < 2 || classes > 255 {
		panic(fmt.Sprintf("learn: perceptron of %d classes", classes))
	}
	return &PerceptronTrainer{classes: classes, slots: make([]trainSlot, 1<<16)}
}

// Score fills s with the score of each class by the weights as they are now,
// which is what to take decisions by in training.
func (t *PerceptronTrainer) Score(features []uint32, s *Scores) {
	clear(s[:t.classes])
	for _, f := range features {
		sl := t.find(f)
		if sl.updates == 0 {
			continue
		}
		for _, w := range t.weight[sl.offset : sl.offset+uint32(sl.n)] {
			s[uint8(w)] += w >> 8
		}
	}
}

// Learn counts one example whose right class is truth and for which guess was
// chosen, and moves the weights if they differ.
func (t *PerceptronTrainer) Learn(features []uint32, truth, guess int) {
	t.step++
	if truth == guess {
		return
	}
	for _, f := range features {
		sl := t.find(f)
		if sl.updates == 0 {
			if sl = t.insert(f); sl == nil {
				continue
			}
		}
		sl.updates++
		t.add(sl, truth, 1)
		t.add(sl, guess, -1)
	}
}

// find is f's slot, or the empty one where it would stand.
func (t *PerceptronTrainer) find(f uint32) *trainSlot {
	mask := uint32(len(t.slots) - 1)
	for i := f & mask; ; i = (i + 1) & mask {
		sl := &t.slots[i]
		if sl.updates == 0 || sl.key == f {
			return sl
		}
	}
}

// insert makes a row for f, which has none.
func (t *PerceptronTrainer) insert(f uint32) *trainSlot {
	if 2*(t.used+1) > len(t.slots) {
		old := t.slots
		t.slots = make([]trainSlot, 2*len(old))
		for _, sl := range old {
			if sl.updates != 0 {
				*t.find(sl.key) = sl
			}
		}
	}
	t.used++
	sl := t.find(f)
	*sl = trainSlot{key: f}
	t.grow(sl, 2)
	return sl
}

// grow moves the row to the end of the arenas with room for n weights.
func (t *PerceptronTrainer) grow(sl *trainSlot, n uint16) {
	from, offset := sl.offset, uint32(len(t.weight))
	for i := range uint32(n) {
		if i < uint32(sl.n) {
			t.weight = append(t.weight, t.weight[from+i])
			t.total = append(t.total, t.total[from+i])
			t.stamp = append(t.stamp, t.stamp[from+i])
			continue
		}
		t.weight = append(t.weight, 0)
		t.total = append(t.total, 0)
		t.stamp = append(t.stamp, 0)
	}
	sl.offset, sl.cap = offset, n
}

func (t *PerceptronTrainer) add(sl *trainSlot, class int, by int32) {
	for i := sl.offset; i < sl.offset+uint32(sl.n); i++ {
		if int(uint8(t.weight[i])) == class {
			t.total[i] += int64(t.weight[i]>>8) * int64(t.step-t.stamp[i])
			t.stamp[i] = t.step
			t.weight[i] += by << 8
			return
		}
	}
	if sl.n == sl.cap {
		t.grow(sl, 2*sl.cap)
	}
	i := sl.offset + uint32(sl.n)
	t.weight[i], t.total[i], t.stamp[i] = by<<8|int32(class), 0, t.step
	sl.n++
}

// A Pruning says which weights are not worth keeping: those of features that
// took part in fewer than MinUpdates updates, which have learnt mistakes by
// heart, and averaged weights of at most MinWeight.
type Pruning struct {
	MinUpdates int
	MinWeight  float64
}

// Freeze averages, prunes, and quantises to 8 bits: the 99.98th percentile of
// the absolute weights becomes 127, and what exceeds it is cut.
func (t *PerceptronTrainer) Freeze(prune Pruning) (*Perceptron, error) {
	var kept []trainSlot
	for _, sl := range t.slots {
		if sl.updates != 0 && int(sl.updates) >= prune.MinUpdates {
			kept = append(kept, sl)
		}
	}
	slices.SortFunc(kept, func(a, b trainSlot) int { return int(int64(a.key) - int64(b.key)) })

	var sizes []float64
	for _, sl := range kept {
		for i := sl.offset; i < sl.offset+uint32(sl.n); i++ {
			if a := math.Abs(t.average(i)); a > prune.MinWeight {
				sizes = append(sizes, a)
			}
		}
	}
	scale := 127 / percentile(sizes, .9998)

	p := &Perceptron{classes: t.classes}
	for _, sl := range kept {
		first := len(p.cells)
		for i := sl.offset; i < sl.offset+uint32(sl.n); i++ {
			a := t.average(i)
			q := int8(max(-127, min(127, math.Round(a*scale))))
			if math.Abs(a) > prune.MinWeight && q != 0 {
				p.cells = append(p.cells, cell(uint8(t.weight[i]))<<8|cell(uint8(q)))
			}
		}
		if len(p.cells) == first {
			continue
		}
		slices.Sort(p.cells[first:])
		p.keys = append(p.keys, sl.key)
		p.rows = append(p.rows, uint32(len(p.cells)))
	}
	if len(p.cells) >= maxCells {
		return nil, fmt.Errorf("%w: perceptron keeps %d weights, at most %d fit", ErrTooLarge, len(p.cells), maxCells)
	}
	p.index()
	return p, nil
}

func (t *PerceptronTrainer) average(i uint32) float64 {
	sum := t.total[i] + int64(t.weight[i]>>8)*int64(t.step-t.stamp[i])
	return float64(sum) / float64(max(t.step, 1))
}

// percentile is the value below which the share p of values lies; it sorts
// them. Without values it is 1.
func percentile(values []float64, p float64) float64 {
	if len(values) == 0 {
		return 1
	}
	slices.Sort(values)
	return values[int(p*float64(len(values)-1))]
}
