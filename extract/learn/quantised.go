package learn

import (
	"encoding/binary"
	"fmt"
	"math"
)

// quantised is a vector of weights, most of them 0, in 8 bits each. The code
// q stands for scale·(q/127)², with q's sign: small weights, of which there
// are many, are told apart more finely than large ones.
type quantised struct {
	scale float32
	codes []byte       // int8 each
	value [256]float32 // by the code as a byte
}

// maxCoordinates bounds what a damaged file can make a reader reserve.
const maxCoordinates = 1 << 25

// quantise keeps the weights that exceed least.
func quantise(w []float32, least float64) quantised {
	top := 0.0
	for _, x := range w {
		top = max(top, math.Abs(float64(x)))
	}
	q := quantised{scale: float32(top), codes: make([]byte, len(w))}
	for i, x := range w {
		a := math.Abs(float64(x))
		if a <= least || a == 0 {
			continue
		}
		code := math.Round(127 * math.Sqrt(a/top))
		q.codes[i] = byte(int8(math.Copysign(code, float64(x))))
	}
	q.fill()
	return q
}

func (q *quantised) fill() {
	for c := range q.value {
		x := float64(int8(c)) / 127
		q.value[c] = float32(float64(q.scale) * x * math.Abs(x))
	}
}

// at is weight i.
func (q *quantised) at(i uint32) float32 { return q.value[q.codes[i]] }

// addRows adds to sums the row of each feature, len(sums) weights wide. Most
// rows of a pruned model are all 0; for the usual widths, multiples of 4, that
// is seen four weights at a time.
func (q *quantised) addRows(sums []float64, features []uint32, mask uint32) {
	width := uint32(len(sums))
	if width%4 != 0 {
		for _, f := range features {
			for y, c := range q.codes[(f&mask)*width:][:width] {
				sums[y] += float64(q.value[c])
			}
		}
		return
	}
	for _, f := range features {
		row := q.codes[(f&mask)*width:][:width]
		for y := 0; y+4 <= len(row) && y+4 <= len(sums); y += 4 {
			four := binary.LittleEndian.Uint32(row[y:])
			if four == 0 {
				continue
			}
			sum := sums[y : y+4 : y+4]
			sum[0] += float64(q.value[uint8(four)])
			sum[1] += float64(q.value[uint8(four>>8)])
			sum[2] += float64(q.value[uint8(four>>16)])
			sum[3] += float64(q.value[uint8(four>>24)])
		}
	}
}

// kept is the number of weights that are not 0.
func (q *quantised) kept() (n int) {
	for _, c := range q.codes {
		if c != 0 {
			n++
		}
	}
	return n
}

// append writes the size, the scale, the places of the weights and their
// codes.
func (q *quantised) append(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(q.codes)))
	b = binary.LittleEndian.AppendUint32(b, math.Float32bits(q.scale))
	var places []uint32
	for i, c := range q.codes {
		if c != 0 {
			places = append(places, uint32(i))
		}
	}
	b = appendKeys(b, places)
	for _, i := range places {
		b = append(b, q.codes[i])
	}
	return b
}

func (q *quantised) read(b []byte) ([]byte, error) {
	size, b, err := readCount(b, maxCoordinates)
	if err != nil {
		return nil, err
	}
	if len(b) < 4 {
		return nil, fmt.Errorf("%w: ends within a scale", ErrFormat)
	}
	scale := math.Float32frombits(binary.LittleEndian.Uint32(b))
	if !(scale >= 0 && scale <= math.MaxFloat32) {
		return nil, fmt.Errorf("%w: scale %v", ErrFormat, scale)
	}
	places, b, err := readKeys(b[4:])
	if err != nil {
		return nil, err
	}
	if len(b) < len(places) {
		return nil, fmt.Errorf("%w: weights end early", ErrFormat)
	}
	if n := len(places); n > 0 && int64(places[n-1]) >= int64(size) {
		return nil, fmt.Errorf("%w: weight %d of %d", ErrFormat, places[n-1], size)
	}
	codes := make([]byte, size)
	for k, i := range places {
		codes[i] = b[k]
	}
	*q = quantised{scale: scale, codes: codes}
	q.fill()
	return b[len(places):], nil
}
