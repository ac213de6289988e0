package attribute

import (
	_ "embed" // the model
	"fmt"
	"slices"
	"sync"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

//go:embed attribute.model
var shipped []byte

var load = sync.OnceValues(func() (*Model, error) { return Load(shipped) })

// Stage finds cues and claims by the model that is built in; it is loaded when
// first needed.
func Stage() pipeline.Stage { return StageFrom(MinConfidence) }

// StageFrom is Stage with claims of confidence p (0 to 1) and above.
func StageFrom(p float64) pipeline.Stage { return stage(load, p) }

// Stage is the stage that finds cues and claims by m.
func (m *Model) Stage() pipeline.Stage {
	return stage(func() (*Model, error) { return m, nil }, MinConfidence)
}

func stage(model func() (*Model, error), p float64) pipeline.Stage {
	return pipeline.Stage{
		Name:     "attribute",
		Doc:      "finds cues and attributes contents to sources",
		Requires: pipeline.Tokens | pipeline.Sentences | pipeline.Tags | pipeline.Mentions | pipeline.Quotes,
		Provides: pipeline.Cues | pipeline.Claims,
		Run: func(d *pipeline.Document) error {
			m, err := model()
			if err != nil {
				return fmt.Errorf("attribution model: %w", err)
			}
			r := readers.Get().(*reader)
			m.run(d, r, p)
			readers.Put(r) // not after a panic: what it holds then is anything
			return nil
		},
	}
}

// readers keeps working memory between documents.
var readers = sync.Pool{New: func() any { return &reader{} }}

// A reader is the working memory for one document at a time.
type reader struct {
	view
	spanReader
	first, cue []float32
}

func (m *Model) run(d *pipeline.Document, r *reader, p float64) {
	v := &r.view
	v.reset(d)
	r.first, r.cue = grow(r.first, len(v.tokens)), grow(r.cue, len(v.tokens))
	v.sayCue(m.cue[0], &r.keys, r.first, nil)
	v.sayCue(m.cue[1], &r.keys, r.cue, r.first)
	cues := v.findCues(r.cue)
	v.saySpans(m.span, &r.spanReader, cues)
	for _, c := range cues {
		v.extend(m.extension, &r.keys, c, cues, r.cue)
	}
	all := v.candidates(cues)
	v.rank(m.rank, &r.keys, all, cues)
	chosen := v.decide(all, m.chance.scoreOf(p))
	for i := range chosen {
		n := &chosen[i]
		n.content = v.throughAside((&drafter{view: v}).withoutAfterthought(n))
		if n.fixed {
			n.chance = n.score
		} else {
			n.chance = m.chance.of(n.score)
		}
	}
	chosen = slices.DeleteFunc(chosen, func(n candidate) bool { return n.chance < p })
	v.write(chosen)
	v.doc = nil
}
