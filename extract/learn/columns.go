package learn

import (
	"encoding/binary"
	"fmt"
	"math"
)

// appendKeys writes the number of keys, then the differences between them;
// they must be sorted and distinct.
func appendKeys(b []byte, keys []uint32) []byte {
	b = binary.AppendUvarint(b, uint64(len(keys)))
	next := uint32(0)
	for _, k := range keys {
		b = binary.AppendUvarint(b, uint64(k-next))
		next = k + 1
	}
	return b
}

func readKeys(b []byte) ([]uint32, []byte, error) {
	n, b, err := readCount(b, len(b))
	if err != nil {
		return nil, nil, err
	}
	keys := make([]uint32, n)
	next := uint64(0)
	for i := range keys {
		d, size := binary.Uvarint(b)
		if size <= 0 || d > math.MaxUint32 || next+d > math.MaxUint32 {
			return nil, nil, fmt.Errorf("%w: bad key %d of %d", ErrFormat, i, n)
		}
		keys[i] = uint32(next + d)
		next += d + 1
		b = b[size:]
	}
	return keys, b, nil
}

// readCount reads a number that may not exceed limit, so that damaged data
// cannot make a reader reserve memory without bound.
func readCount(b []byte, limit int) (int, []byte, error) {
	n, size := binary.Uvarint(b)
	if size <= 0 {
		return 0, nil, fmt.Errorf("%w: ends within a number", ErrFormat)
	}
	if n > uint64(limit) {
		return 0, nil, fmt.Errorf("%w: count %d exceeds %d", ErrFormat, n, limit)
	}
	return int(n), b[size:], nil
}
