package pipeline

import (
	"errors"
	"fmt"
	"strings"
)

// A Layer is a set of kinds of annotation.
type Layer uint16

// The layers that stages provide.
const (
	Tokens Layer = 1 << iota
	Sentences
	Tags
	Mentions
	Quotes
	Cues
	Claims
	Speakers
)

var layerNames = [...]string{"tokens", "sentences", "tags", "mentions", "quotes", "cues", "claims", "speakers"}

// String lists the layers' names, "none" for the empty set.
func (l Layer) String() string {
	var names []string
	for i, n := range layerNames {
		if l&(1<<i) != 0 {
			names = append(names, n)
		}
	}
	if names == nil {
		return "none"
	}
	return strings.Join(names, "+")
}

// A Stage adds layers to a document. Run is pure: no I/O, clock, randomness
// or state that outlives the call, and it may be called from many goroutines
// at once, each with its own document.
type Stage struct {
	Name     string // one lower-case word
	Doc      string // what it does, in a sentence
	Requires Layer
	Provides Layer
	Run      func(*Document) error
}

// ErrStages is wrapped by every error that Validate returns.
var ErrStages = errors.New("bad list of stages")

// Validate refuses a list of stages in which one is undocumented, repeated,
// provides nothing, or needs a layer that no earlier stage provides.
func Validate(stages []Stage) error {
	var have Layer
	seen := map[string]bool{}
	for i, s := range stages {
		bad := func(format string, args ...any) error {
			return fmt.Errorf("%w: stage %d (%q) %s", ErrStages, i, s.Name, fmt.Sprintf(format, args...))
		}
		switch {
		case s.Name == "":
			return bad("has no name")
		case seen[s.Name]:
			return bad("stands there twice")
		case s.Doc == "":
			return bad("has no doc")
		case s.Run == nil:
			return bad("has no Run")
		case s.Provides == 0:
			return bad("provides nothing")
		case s.Requires&^have != 0:
			return bad("needs %v, which no earlier stage provides", s.Requires&^have)
		case s.Provides&have != 0:
			return bad("provides %v again", s.Provides&have)
		}
		seen[s.Name] = true
		have |= s.Provides
	}
	return nil
}

// Apply takes one document through the stages in order. A stage that panics
// or returns an error ends it with a *StageError.
func Apply(d *Document, stages []Stage) error {
	for _, s := range stages {
		if err := apply(d, s); err != nil {
			return err
		}
		d.Have |= s.Provides
	}
	return nil
}
