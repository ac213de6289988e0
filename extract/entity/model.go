package entity

import (
	"fmt"

	"github.com/hearsay-nlp/hearsay/extract/learn"
)

// A Model is what Train makes: it is read-only.
type Model struct {
	first, second *learn.Perceptron
}

// label decides the label of every token.
func (m *Model) label(a *article) []uint8 {
	return decode(m.second, a, decode(m.first, a, nil))
}

// decode runs one pass.
func decode(p *learn.Perceptron, a *article, earlier []uint8) []uint8 {
	d := newDecoder(a, earlier)
	var scores learn.Scores
	var buf [numTemplates]uint32
	for _, s := range a.sentences {
		for i := s.First; i < s.Last; i++ {
			if !a.candidates[i] {
				continue
			}
			p.Score(d.features(buf[:0], s.First, s.Last, i), &scores)
			d.decide(i, uint8(scores.Best(numLabels)))
		}
	}
	return d.labels
}

// Encode is the model file of m.
func (m *Model) Encode() ([]byte, error) {
	var p learn.Pack
	for _, err := range []error{
		p.Put("first", m.first),
		p.Put("second", m.second),
	} {
		if err != nil {
			return nil, err
		}
	}
	return p.Encode(signature)
}

// Load reads a model file. It refuses one that other code made with
// learn.ErrMismatch.
func Load(data []byte) (*Model, error) {
	p, err := learn.Decode(data, signature)
	if err != nil {
		return nil, err
	}
	m := &Model{first: new(learn.Perceptron), second: new(learn.Perceptron)}
	for name, part := range map[string]*learn.Perceptron{"first": m.first, "second": m.second} {
		if err := p.Get(name, part); err != nil {
			return nil, err
		}
		if part.Classes() != numLabels {
			return nil, fmt.Errorf("%w: part %s has %d labels, not %d", learn.ErrFormat, name, part.Classes(), numLabels)
		}
	}
	return m, nil
}
