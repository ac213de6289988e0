package attribute

import (
	"errors"
	"fmt"

	"github.com/hearsay-nlp/hearsay/extract/learn"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

// ErrTraining is wrapped when documents cannot be trained on.
var ErrTraining = errors.New("cannot train on these documents")

// needs are the layers that a document must have.
const needs = pipeline.Tokens | pipeline.Sentences | pipeline.Tags | pipeline.Mentions | pipeline.Quotes

// Train learns all models from documents that have gone through the stages
// before this one, and their annotated claims, of which only the spans of
// source, cue and content are looked at: gold[i] belongs to docs[i]. The same
// documents in the same order give the same model, byte for byte.
func Train(docs []*pipeline.Document, gold [][]pipeline.Claim, progress learn.Progress) (*Model, error) {
	if len(docs) != len(gold) {
		return nil, fmt.Errorf("%w: %d documents, annotations of %d", ErrTraining, len(docs), len(gold))
	}
	if len(docs) < folds {
		return nil, fmt.Errorf("%w: %d documents cannot make %d parts", ErrTraining, len(docs), folds)
	}
	for _, d := range docs {
		if d.Have&needs != needs {
			return nil, fmt.Errorf("%w: %s has %v, not %v", ErrTraining, d.Key, d.Have, needs)
		}
	}
	return newTrainer(docs, gold, progress).train(), nil
}

func (t *trainer) train() *Model {
	m := &Model{}
	m.cue[0], m.cue[1] = t.cues()
	m.span = t.spans()
	m.extension = t.extensions()
	m.rank = t.ranks()
	c := calibrate(t.outcomes())
	m.chance = &c
	return m
}

// outcomes decides on every article as if it had never been seen and tells
// which of the claims chosen were right.
func (t *trainer) outcomes() []outcome {
	var out []outcome
	for _, a := range t.articles {
		used := make([]bool, len(a.gold))
		for _, n := range a.decide(a.drafts, threshold) {
			if n.fixed {
				continue
			}
			right := false
			for g := range a.gold {
				if !used[g] && a.right(&n, &a.gold[g]) {
					used[g], right = true, true
					break
				}
			}
			out = append(out, outcome{n.score, right})
		}
	}
	return out
}
