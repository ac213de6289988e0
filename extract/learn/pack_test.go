package learn

import (
	"bytes"
	"encoding"
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var testSignature = NewSignature([]string{"w", "w w+1"}, []string{"a", "b"})

func samplePack(t testing.TB) *Pack {
	t.Helper()
	logistic := NewLogisticTrainer(6, FTRL{Alpha: .1, Beta: 1})
	crf := NewCRFTrainer(3, 5, 4, FTRL{Alpha: .1, Beta: 1})
	var s Sequence
	for i := range 5 {
		s.Add(Any)
		s.Node(uint32(i), 7)
		s.Edge(uint32(i % 2))
	}
	for i := range 20 {
		logistic.Learn([]uint32{uint32(i), 40}, i%3 == 0, 1)
		crf.Learn(&s, []uint8{0, 1, 2, 1, 0})
	}
	var p Pack
	for _, err := range []error{
		p.Put("perceptron", trainParity(t)),
		p.Put("logistic", logistic.Freeze(0)),
		p.Put("crf", crf.Freeze(0)),
		p.Put("table", NewTable(map[uint32]uint64{1: 2, 1 << 31: 1 << 40, 0: 0})),
		p.Put("blob", Blob("words")),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return &p
}

type part interface {
	encoding.BinaryAppender
	encoding.BinaryUnmarshaler
}

func newParts() map[string]part {
	return map[string]part{
		"perceptron": new(Perceptron), "logistic": new(Logistic), "crf": new(CRF), "table": new(Table), "blob": new(Blob),
	}
}

func TestModelFileRoundTrip(t *testing.T) {
	file, err := samplePack(t).Encode(testSignature)
	if err != nil {
		t.Fatal(err)
	}
	p, err := Decode(file, testSignature)
	if err != nil {
		t.Fatal(err)
	}
	var again Pack
	for name, part := range newParts() {
		if err := p.Get(name, part); err != nil {
			t.Fatal(err)
		}
		if err := again.Put(name, part); err != nil {
			t.Fatal(err)
		}
	}
	second, err := again.Encode(testSignature)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(file, second) {
		t.Error("a model that was read is written with other bytes")
	}
	third, err := samplePack(t).Encode(testSignature)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(file, third) {
		t.Error("the same training gave other bytes")
	}
	if err := p.Get("absent", new(Table)); !errors.Is(err, ErrNoPart) {
		t.Errorf("absent part: error %v, want ErrNoPart", err)
	}
}

func TestReadModelPredictsAlike(t *testing.T) {
	before := trainParity(t)
	b, err := before.AppendBinary(nil)
	if err != nil {
		t.Fatal(err)
	}
	var after Perceptron
	if err := after.UnmarshalBinary(b); err != nil {
		t.Fatal(err)
	}
	for x := range 4 {
		var s1, s2 Scores
		before.Score(pairKeys(x/2, x%2, 1), &s1)
		after.Score(pairKeys(x/2, x%2, 1), &s2)
		if d := cmp.Diff(s1[:4], s2[:4]); d != "" || s1 == (Scores{}) {
			t.Errorf("scores (-before +after):\n%s", d)
		}
	}
}

func TestModelFileRefused(t *testing.T) {
	file, err := samplePack(t).Encode(testSignature)
	if err != nil {
		t.Fatal(err)
	}
	change := func(at int) []byte {
		b := slices.Clone(file)
		b[at] ^= 1
		return b
	}
	for name, c := range map[string]struct {
		file []byte
		sig  Signature
		want error
	}{
		"other features": {file, NewSignature([]string{"w", "w w+2"}, []string{"a", "b"}), ErrMismatch},
		"labels moved":   {file, NewSignature([]string{"w", "w w+1", "a"}, []string{"b"}), ErrMismatch},
		"other version":  {change(len(magic)), testSignature, ErrMismatch},
		"empty":          {nil, testSignature, ErrFormat},
		"other magic":    {change(0), testSignature, ErrFormat},
		"damaged":        {change(len(file) - 20), testSignature, ErrFormat},
		"bad checksum":   {change(headerSize - 1), testSignature, ErrFormat},
		"cut":            {file[:len(file)-1], testSignature, ErrFormat},
	} {
		if _, err := Decode(c.file, c.sig); !errors.Is(err, c.want) {
			t.Errorf("%s: error %v, want %v", name, err, c.want)
		}
	}
}

func TestKeysRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := rapid.SliceOfDistinct(rapid.Uint32(), rapid.ID[uint32]).Draw(t, "keys")
		slices.Sort(keys)
		got, rest, err := readKeys(appendKeys(nil, keys))
		if err != nil || len(rest) != 0 || !slices.Equal(keys, got) {
			t.Fatalf("read %v, %d bytes left, error %v", got, len(rest), err)
		}
	})
}

// Whatever the bytes, reading a part ends in a sound part or in ErrFormat.
func FuzzParts(f *testing.F) {
	for name, part := range newParts() {
		if err := samplePack(f).Get(name, part); err != nil {
			f.Fatal(err)
		}
		b, err := part.AppendBinary(nil)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		for name, part := range newParts() {
			err := part.UnmarshalBinary(b)
			if err != nil {
				if !errors.Is(err, ErrFormat) {
					t.Fatalf("%s: error %v", name, err)
				}
				continue
			}
			use(part)
		}
	})
}

// use asks a part something, which must not panic.
func use(p part) {
	keys := []uint32{0, 1, 1 << 20, 1<<32 - 1}
	switch p := p.(type) {
	case *Perceptron:
		p.Score(keys, new(Scores))
	case *Logistic:
		p.Probability(keys)
	case *CRF:
		var s Sequence
		var l Lattice
		for range 2 {
			s.Add(Any)
			s.Node(keys...)
			s.Edge(keys...)
		}
		p.Weigh(&s, &l)
		l.Best(nil)
	case *Table:
		p.Get(keys[1])
	}
}
