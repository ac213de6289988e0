package learn

import (
	"bytes"
	"encoding"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"maps"
	"slices"

	"github.com/klauspost/compress/zstd"
)

var (
	// ErrFormat is wrapped when data is no model file or is damaged.
	ErrFormat = errors.New("bad model data")
	// ErrMismatch is wrapped when a model file is sound but was made by code
	// with another format version or another feature set.
	ErrMismatch = errors.New("model does not fit this program")
	// ErrTooLarge is wrapped when a model outgrows what the format can hold.
	ErrTooLarge = errors.New("model too large")
	// ErrNoPart is wrapped when a model file lacks a part that was asked for.
	ErrNoPart = errors.New("model has no such part")
)

const (
	magic         = "hearsay\x00"
	formatVersion = 1
	headerSize    = len(magic) + 4 + 8 + 4 + 4
	// maxPack bounds what a damaged file can make a reader unpack.
	maxPack = 256 << 20
)

// A Pack is the content of a model file: parts by name. The file is a header
// (magic, format version, signature of the feature set, length and CRC-32 of
// the content; numbers are little-endian) and the parts in order of name,
// compressed by zstd.
type Pack struct {
	parts map[string][]byte
}

// Put adds a part, or replaces the one of that name.
func (p *Pack) Put(name string, part encoding.BinaryAppender) error {
	b, err := part.AppendBinary(nil)
	if err != nil {
		return fmt.Errorf("part %s: %w", name, err)
	}
	if p.parts == nil {
		p.parts = map[string][]byte{}
	}
	p.parts[name] = b
	return nil
}

// Get reads a part.
func (p *Pack) Get(name string, part encoding.BinaryUnmarshaler) error {
	b, ok := p.parts[name]
	if !ok {
		return fmt.Errorf("%w: %s", ErrNoPart, name)
	}
	if err := part.UnmarshalBinary(b); err != nil {
		return fmt.Errorf("part %s: %w", name, err)
	}
	return nil
}

// Encode is the model file of p, for code with the given signature. The same
// parts give the same bytes.
func (p *Pack) Encode(sig Signature) ([]byte, error) {
	var body []byte
	for _, name := range slices.Sorted(maps.Keys(p.parts)) {
		body = binary.AppendUvarint(body, uint64(len(name)))
		body = append(body, name...)
		body = binary.AppendUvarint(body, uint64(len(p.parts[name])))
		body = append(body, p.parts[name]...)
	}
	if len(body) > maxPack {
		return nil, fmt.Errorf("%w: %d bytes", ErrTooLarge, len(body))
	}
	// One goroutine and no options that depend on the machine, so that the
	// bytes are the same everywhere.
	z, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderCRC(false))
	if err != nil {
		return nil, fmt.Errorf("compress: %w", err)
	}
	b := []byte(magic)
	b = binary.LittleEndian.AppendUint32(b, formatVersion)
	b = binary.LittleEndian.AppendUint64(b, uint64(sig))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(body)))
	b = binary.LittleEndian.AppendUint32(b, crc32.ChecksumIEEE(body))
	b = z.EncodeAll(body, b)
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("compress: %w", err)
	}
	return b, nil
}

// Decode reads a model file, and refuses one whose format version or
// signature is not this code's with ErrMismatch.
func Decode(data []byte, want Signature) (*Pack, error) {
	if len(data) < headerSize || !bytes.HasPrefix(data, []byte(magic)) {
		return nil, fmt.Errorf("%w: not a hearsay model", ErrFormat)
	}
	head := data[len(magic):headerSize]
	if v := binary.LittleEndian.Uint32(head); v != formatVersion {
		return nil, fmt.Errorf("%w: format version %d, this program reads %d", ErrMismatch, v, formatVersion)
	}
	if s := Signature(binary.LittleEndian.Uint64(head[4:])); s != want {
		return nil, fmt.Errorf("%w: feature set %016x, this program has %016x: train it again", ErrMismatch, uint64(s), uint64(want))
	}
	size, sum := binary.LittleEndian.Uint32(head[12:]), binary.LittleEndian.Uint32(head[16:])
	if size > maxPack {
		return nil, fmt.Errorf("%w: claims to hold %d bytes", ErrFormat, size)
	}
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxPack))
	if err != nil {
		return nil, fmt.Errorf("decompress: %w", err)
	}
	defer z.Close()
	body, err := z.DecodeAll(data[headerSize:], nil)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFormat, err)
	}
	if len(body) != int(size) || crc32.ChecksumIEEE(body) != sum {
		return nil, fmt.Errorf("%w: content is damaged", ErrFormat)
	}
	return unpack(body)
}

func unpack(body []byte) (*Pack, error) {
	p := &Pack{parts: map[string][]byte{}}
	for len(body) > 0 {
		var field [2][]byte
		for i := range field {
			n, rest, err := readCount(body, len(body))
			if err != nil {
				return nil, err
			}
			if n > len(rest) {
				return nil, fmt.Errorf("%w: part runs over the end", ErrFormat)
			}
			field[i], body = rest[:n], rest[n:]
		}
		p.parts[string(field[0])] = field[1]
	}
	return p, nil
}

// A Blob is a part that its owner encodes.
type Blob []byte

// AppendBinary appends the bytes.
func (o Blob) AppendBinary(b []byte) ([]byte, error) { return append(b, o...), nil }

// UnmarshalBinary keeps a copy of b.
func (o *Blob) UnmarshalBinary(b []byte) error {
	*o = bytes.Clone(b)
	return nil
}
