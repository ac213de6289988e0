package tag

import (
	"fmt"
	"strings"

	"github.com/hearsay-nlp/hearsay/extract/learn"
)

// A Model is what Train makes: it is read-only.
type Model struct {
	tags    []string
	weights *learn.Perceptron
	lexicon lexicon
	lemmas  *lemmas
}

// A lexicon knows which tags words are seen with.
type lexicon struct {
	only    *learn.Table // exact word to the number of its one tag
	classes *learn.Table // lower-case word to the set of its tags, as bits
}

// Encode is the model file of m.
func (m *Model) Encode() ([]byte, error) {
	var p learn.Pack
	for _, err := range []error{
		p.Put("tags", learn.Blob(strings.Join(m.tags, "\n"))),
		p.Put("weights", m.weights),
		p.Put("only", m.lexicon.only),
		p.Put("classes", m.lexicon.classes),
		p.Put("lemmas", learn.Blob(m.lemmas.learnt)),
		p.Put("bases", m.lemmas.bases),
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
	var tags, learnt learn.Blob
	var weights learn.Perceptron
	var only, classes, bases learn.Table
	for _, err := range []error{
		p.Get("tags", &tags),
		p.Get("weights", &weights),
		p.Get("only", &only),
		p.Get("classes", &classes),
		p.Get("lemmas", &learnt),
		p.Get("bases", &bases),
	} {
		if err != nil {
			return nil, err
		}
	}
	m := &Model{
		tags:    strings.Split(string(tags), "\n"),
		weights: &weights,
		lexicon: lexicon{only: &only, classes: &classes},
	}
	if weights.Classes() != len(m.tags) {
		return nil, fmt.Errorf("%w: weights for %d tags, names for %d", learn.ErrFormat, weights.Classes(), len(m.tags))
	}
	if err := only.Below(uint64(len(m.tags))); err != nil {
		return nil, err
	}
	m.lemmas, err = newLemmas(m.tags, string(learnt), &bases)
	return m, err
}
