package entity

import (
	_ "embed" // the model
	"fmt"
	"sync"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

//go:embed entity.model
var shipped []byte

var load = sync.OnceValues(func() (*Model, error) { return Load(shipped) })

// Stage is the stage of the model that is built in; it is loaded when first
// needed.
func Stage() pipeline.Stage {
	return stage(load)
}

// Stage is the stage that finds names by m.
func (m *Model) Stage() pipeline.Stage {
	return stage(func() (*Model, error) { return m, nil })
}

func stage(model func() (*Model, error)) pipeline.Stage {
	return pipeline.Stage{
		Name:     "entity",
		Doc:      "Finds names of persons, places, organizations and others.",
		Requires: pipeline.Tokens | pipeline.Sentences | pipeline.Tags,
		Provides: pipeline.Mentions,
		Run: func(d *pipeline.Document) error {
			m, err := model()
			if err != nil {
				return fmt.Errorf("model of names: %w", err)
			}
			d.Mentions = mentions(d, m.label(read(d)))
			return nil
		},
	}
}

// Labels of tokens; a run of one label within a sentence is a name.
const (
	outside uint8 = iota
	person
	location
	organization
	miscellaneous
	numLabels = 5
)

// labelNames are the labels as annotations write them.
var labelNames = []string{"O", "PERSON", "LOCATION", "ORGANIZATION", "MISC"}

var mentionTypes = [numLabels]pipeline.MentionType{
	person: pipeline.MentionPerson, location: pipeline.MentionPlace, organization: pipeline.MentionOrganization, miscellaneous: pipeline.MentionOther,
}

// mentions makes names of runs of labels, without the marks and possessive
// endings at their edges.
func mentions(d *pipeline.Document, labels []uint8) []pipeline.Mention {
	var found []pipeline.Mention
	for _, s := range d.Sentences {
		for i := s.First; i < s.Last; {
			first, label := i, labels[i]
			for i++; i < s.Last && labels[i] == label; i++ {
			}
			if label == outside {
				continue
			}
			last := i
			for last > first && edge(d, last-1) {
				last--
			}
			for first < last && edge(d, first) {
				first++
			}
			if first < last {
				span := pipeline.Span{Start: d.Tokens[first].Start, End: d.Tokens[last-1].End}
				found = append(found, pipeline.Mention{Span: span, First: first, Last: last, Type: mentionTypes[label]})
			}
		}
	}
	return found
}

// edge reports whether token i cannot be the first or last of a name.
func edge(d *pipeline.Document, i int) bool {
	switch d.Tokens[i].Tag {
	case "POS", "``", "''", ",", ":", "-LRB-", "-RRB-":
		return true
	}
	return !hasWordCharacter(d.Slice(d.Tokens[i].Span))
}
