package pipeline_test

import (
	"errors"
	"testing"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

func nothing(*pipeline.Document) error { return nil }

func TestValidate(t *testing.T) {
	words := pipeline.Stage{Name: "words", Doc: "finds words", Provides: pipeline.Tokens, Run: nothing}
	tags := pipeline.Stage{Name: "tags", Doc: "tags words", Requires: pipeline.Tokens, Provides: pipeline.Tags, Run: nothing}
	with := func(s pipeline.Stage, change func(*pipeline.Stage)) pipeline.Stage {
		change(&s)
		return s
	}
	for name, tt := range map[string]struct {
		stages []pipeline.Stage
		bad    bool
	}{
		"none":             {nil, false},
		"in order":         {[]pipeline.Stage{words, tags}, false},
		"unmet":            {[]pipeline.Stage{tags, words}, true},
		"twice":            {[]pipeline.Stage{words, words}, true},
		"provided again":   {[]pipeline.Stage{words, with(words, func(s *pipeline.Stage) { s.Name = "more" })}, true},
		"no name":          {[]pipeline.Stage{with(words, func(s *pipeline.Stage) { s.Name = "" })}, true},
		"undocumented":     {[]pipeline.Stage{with(words, func(s *pipeline.Stage) { s.Doc = "" })}, true},
		"no run":           {[]pipeline.Stage{with(words, func(s *pipeline.Stage) { s.Run = nil })}, true},
		"provides nothing": {[]pipeline.Stage{with(words, func(s *pipeline.Stage) { s.Provides = 0 })}, true},
	} {
		t.Run(name, func(t *testing.T) {
			err := pipeline.Validate(tt.stages)
			if errors.Is(err, pipeline.ErrStages) != tt.bad || !tt.bad && err != nil {
				t.Errorf("Validate = %v, bad wanted: %v", err, tt.bad)
			}
		})
	}
}

func TestLayerString(t *testing.T) {
	if got, want := (pipeline.Tokens | pipeline.Claims).String(), "tokens+claims"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := pipeline.Layer(0).String(), "none"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
