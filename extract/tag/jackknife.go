package tag

import (
	"slices"

	"github.com/hearsay-nlp/hearsay/extract/learn"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

// Jackknife returns copies of docs whose tags and lemmas come from models
// that have not seen the document, for the training of stages that build on
// tags. The documents must have their right tags and lemmas.
func Jackknife(docs []*pipeline.Document, folds int, progress learn.Progress) ([]*pipeline.Document, error) {
	tagged := make([]*pipeline.Document, len(docs))
	err := learn.Jackknife(len(docs), folds, seed, func(_ int, rest, held []int) error {
		var seen []*pipeline.Document
		for _, i := range rest {
			seen = append(seen, docs[i])
		}
		m, err := Train(seen, progress)
		if err != nil {
			return err
		}
		for _, i := range held {
			d := *docs[i]
			d.Tokens = slices.Clone(d.Tokens)
			m.run(&d)
			tagged[i] = &d
		}
		return nil
	})
	return tagged, err
}
