package learn

import (
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
)

// A Table is a read-only map from keys, such as ID makes, to small numbers.
type Table struct {
	keys   []uint32 // sorted
	values []uint64
	index  map[uint32]uint64
}

// NewTable copies m.
func NewTable(m map[uint32]uint64) *Table {
	t := &Table{keys: slices.Sorted(maps.Keys(m)), index: maps.Clone(m)}
	for _, k := range t.keys {
		t.values = append(t.values, m[k])
	}
	return t
}

// Get is the value of key, and whether it has one.
func (t *Table) Get(key uint32) (uint64, bool) {
	v, ok := t.index[key]
	return v, ok
}

// Len is the number of keys.
func (t *Table) Len() int { return len(t.keys) }

// AppendBinary writes sorted keys as differences, then the values.
func (t *Table) AppendBinary(b []byte) ([]byte, error) {
	b = appendKeys(b, t.keys)
	for _, v := range t.values {
		b = binary.AppendUvarint(b, v)
	}
	return b, nil
}

// UnmarshalBinary reads what AppendBinary wrote.
func (t *Table) UnmarshalBinary(b []byte) error {
	keys, b, err := readKeys(b)
	if err != nil {
		return err
	}
	values := make([]uint64, len(keys))
	index := make(map[uint32]uint64, len(keys))
	for i, k := range keys {
		v, n := binary.Uvarint(b)
		if n <= 0 {
			return fmt.Errorf("%w: table ends at value %d of %d", ErrFormat, i, len(keys))
		}
		values[i], index[k], b = v, v, b[n:]
	}
	if len(b) != 0 {
		return fmt.Errorf("%w: %d bytes after a table", ErrFormat, len(b))
	}
	*t = Table{keys: keys, values: values, index: index}
	return nil
}

// Below refuses a table of which a value is not less than limit.
func (t *Table) Below(limit uint64) error {
	for i, v := range t.values {
		if v >= limit {
			return fmt.Errorf("%w: value %d of key %08x is not below %d", ErrFormat, v, t.keys[i], limit)
		}
	}
	return nil
}
