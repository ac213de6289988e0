package learn

import (
	"encoding/binary"
	"fmt"
	"slices"
)

// Scores is the working memory of a perceptron's prediction: entry c is the
// score of class c.
type Scores [256]int32

// A Perceptron is a frozen multi-class linear model with sparse rows: for
// each feature the few classes that it speaks for or against.
type Perceptron struct {
	classes int
	keys    []uint32 // sorted
	rows    []uint32 // end of each key's row in cells
	cells   []cell   // rows, one after another, by class

	mask  uint32
	slots []slot // open addressing over keys
}

// A cell is a weight: the class in the high byte, the signed 8-bit weight in
// the low.
type cell uint16

// A slot refers to a row: its first cell in the high 24 bits, its length in
// the low 8. An empty slot has length 0.
type slot struct{ key, row uint32 }

const maxCells = 1 << 24

// Classes is the number of classes.
func (p *Perceptron) Classes() int { return p.classes }

// Features is the number of features that kept a weight.
func (p *Perceptron) Features() int { return len(p.keys) }

// Score fills s with the score of each class, given the features that hold.
func (p *Perceptron) Score(features []uint32, s *Scores) {
	clear(s[:p.classes])
	// Probing all first lets the cache misses of the table overlap.
	var rows [128]uint32
	for len(features) > 0 {
		n := 0
		for _, f := range features[:min(len(features), len(rows))] {
			for i := f & p.mask; ; i = (i + 1) & p.mask {
				sl := &p.slots[i]
				if sl.row == 0 {
					break
				}
				if sl.key == f {
					rows[n] = sl.row
					n++
					break
				}
			}
		}
		for _, r := range rows[:n] {
			from := r >> 8
			for _, c := range p.cells[from : from+r&0xff] {
				s[c>>8] += int32(int8(c))
			}
		}
		features = features[min(len(features), len(rows)):]
	}
}

// Best is the class with the highest score among the first n, the lowest of
// those if several tie.
func (s *Scores) Best(n int) int {
	best := 0
	for c := 1; c < n; c++ {
		if s[c] > s[best] {
			best = c
		}
	}
	return best
}

// index builds the lookup table, at most half full.
func (p *Perceptron) index() {
	size := uint32(16)
	for int(size) < 2*len(p.keys) {
		size *= 2
	}
	p.mask = size - 1
	p.slots = make([]slot, size)
	from := uint32(0)
	for k, key := range p.keys {
		i := key & p.mask
		for p.slots[i].row != 0 {
			i = (i + 1) & p.mask
		}
		p.slots[i] = slot{key, from<<8 | (p.rows[k] - from)}
		from = p.rows[k]
	}
}

// AppendBinary writes the model in columns: sorted keys as differences, row
// lengths, classes, weights.
func (p *Perceptron) AppendBinary(b []byte) ([]byte, error) {
	b = binary.AppendUvarint(b, uint64(p.classes))
	b = appendKeys(b, p.keys)
	from := uint32(0)
	for _, end := range p.rows {
		b = append(b, byte(end-from))
		from = end
	}
	for _, c := range p.cells {
		b = append(b, byte(c>>8))
	}
	for _, c := range p.cells {
		b = append(b, byte(c))
	}
	return b, nil
}

// UnmarshalBinary reads what AppendBinary wrote.
func (p *Perceptron) UnmarshalBinary(b []byte) error {
	classes, b, err := readCount(b, 256)
	if err != nil {
		return err
	}
	keys, b, err := readKeys(b)
	if err != nil {
		return err
	}
	if len(b) < len(keys) {
		return fmt.Errorf("%w: row lengths end early", ErrFormat)
	}
	rows := make([]uint32, len(keys))
	end := uint32(0)
	for i := range rows {
		if b[i] == 0 {
			return fmt.Errorf("%w: feature %d has an empty row", ErrFormat, i)
		}
		end += uint32(b[i])
		rows[i] = end
	}
	b = b[len(keys):]
	if end >= maxCells || len(b) != 2*int(end) {
		return fmt.Errorf("%w: %d bytes hold %d weights", ErrFormat, len(b), end)
	}
	cells := make([]cell, end)
	for i := range cells {
		if int(b[i]) >= classes {
			return fmt.Errorf("%w: weight %d is of class %d of %d", ErrFormat, i, b[i], classes)
		}
		cells[i] = cell(b[i])<<8 | cell(b[int(end)+i])
	}
	*p = Perceptron{classes: classes, keys: slices.Clip(keys), rows: rows, cells: cells}
	p.index()
	return nil
}
