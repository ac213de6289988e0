package attribute

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// A Counter counts how often words in their frames are cues, from articles
// whose cues people have marked. It makes lexicon.tsv.
type Counter struct{ counts lexicon }

// NewCounter makes a counter that has seen nothing.
func NewCounter() *Counter { return &Counter{counts: lexicon{}} }

// Add counts one article, tagged and with its quotations paired. cues are the
// spans that annotators marked as cues.
func (c *Counter) Add(d *pipeline.Document, cues []pipeline.Span) {
	v := newView(d)
	gold := goldHeads(v, cues)
	for _, s := range d.Sentences {
		for _, u := range v.units(rng{s.First, s.Last}) {
			if v.in(u.head, ":") || v.in(u.head, "according") {
				continue
			}
			c.count(v.lemma(u.head), u.frame, gold[u.head])
		}
	}
}

// goldHeads are the tokens that head a marked cue: its first verb that is no
// auxiliary, else its first noun, else its first token.
func goldHeads(v *view, cues []pipeline.Span) map[int]bool {
	heads := map[int]bool{}
	for _, cue := range cues {
		first, verb, noun := none, none, none
		for i, t := range v.doc.Tokens {
			if !cue.Overlaps(t.Span) {
				continue
			}
			if first == none {
				first = i
			}
			if verb == none && v.isVerb(i) && !v.auxiliary(i) {
				verb = i
			}
			if noun == none && v.isNoun(i) {
				noun = i
			}
		}
		switch {
		case verb != none:
			heads[verb] = true
		case noun != none:
			heads[noun] = true
		case first != none:
			heads[first] = true
		}
	}
	return heads
}

func (c *Counter) count(lemma, frame string, cue bool) {
	form := frame
	for i := range frame {
		if frame[i] == '/' {
			form = frame[:i]
			break
		}
	}
	for _, key := range []string{lemma + " " + frame, lemma + " " + form, frame} {
		n := c.counts[key]
		n.seen++
		if cue {
			n.cues++
		}
		c.counts[key] = n
	}
}

// keep is how often a lemma must have been a cue for its rows to be written.
const keep = 2

// WriteTo writes the counts as lexicon.tsv, sorted.
func (c *Counter) WriteTo(w io.Writer) (int64, error) {
	var n int64
	for _, key := range slices.Sorted(maps.Keys(c.counts)) {
		k := c.counts[key]
		if k.seen < keep {
			continue
		}
		m, err := fmt.Fprintf(w, "%s\t%d\t%d\n", key, k.cues, k.seen)
		n += int64(m)
		if err != nil {
			return n, fmt.Errorf("writing the lexicon: %w", err)
		}
	}
	return n, nil
}
