package tag

import (
	_ "embed" // the model
	"fmt"
	"sync"

	"github.com/hearsay-nlp/hearsay/extract/learn"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

//go:embed tag.model
var shipped []byte

var load = sync.OnceValues(func() (*Model, error) { return Load(shipped) })

// Stage is the stage of the model that is built in; it is loaded when first
// needed.
func Stage() pipeline.Stage {
	return stage(load)
}

// Stage is the stage that tags by m.
func (m *Model) Stage() pipeline.Stage {
	return stage(func() (*Model, error) { return m, nil })
}

func stage(model func() (*Model, error)) pipeline.Stage {
	return pipeline.Stage{
		Name:     "tag",
		Doc:      "Gives each token its part-of-speech tag and lemma.",
		Requires: pipeline.Tokens | pipeline.Sentences,
		Provides: pipeline.Tags,
		Run: func(d *pipeline.Document) error {
			m, err := model()
			if err != nil {
				return fmt.Errorf("tagging model: %w", err)
			}
			m.run(d)
			return nil
		},
	}
}

func (m *Model) run(d *pipeline.Document) {
	words := m.lexicon.read(d)
	history := make([]uint8, len(words.all))
	for _, s := range d.Sentences {
		m.tagSentence(words.all[s.First:s.Last], history[s.First:s.Last])
	}
	lemmas := m.lemmas.lookup()
	for i := range d.Tokens {
		t := &d.Tokens[i]
		t.Tag = m.tags[history[i]]
		t.Lemma = lemmas.of(d.Slice(t.Span), words.lower(i), history[i])
	}
}

// tagSentence decides the tag of each word, from left to right.
func (m *Model) tagSentence(words []word, tags []uint8) {
	var scores learn.Scores
	var buf [len(templates)]uint32
	for i := range words {
		if fixed := words[i].only; fixed != several {
			tags[i] = uint8(fixed)
			continue
		}
		m.weights.Score(features(buf[:0], words, tags, i), &scores)
		tags[i] = uint8(scores.Best(len(m.tags)))
	}
}
