package attribute

import (
	"bufio"
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

//go:embed lexicon.tsv
var lexiconTSV string

// A lexicon tells how often a word in a frame was a cue. Keys are
// "lemma frame", "lemma form" and "frame".
type lexicon map[string]count

// A count is how often something was seen, and how often it was a cue.
type count struct{ cues, seen int }

var loadLexicon = sync.OnceValue(func() lexicon {
	l, err := parseLexicon(lexiconTSV)
	if err != nil {
		panic(err) // the embedded file is broken: a build fault
	}
	return l
})

func parseLexicon(tsv string) (lexicon, error) {
	l := lexicon{}
	sc := bufio.NewScanner(strings.NewReader(tsv))
	for n := 1; sc.Scan(); n++ {
		f := strings.Split(sc.Text(), "\t")
		if len(f) != 3 {
			return nil, fmt.Errorf("lexicon.tsv:%d: %d columns, not 3", n, len(f))
		}
		cues, err := strconv.Atoi(f[1])
		if err != nil {
			return nil, fmt.Errorf("lexicon.tsv:%d: %w", n, err)
		}
		seen, err := strconv.Atoi(f[2])
		if err != nil {
			return nil, fmt.Errorf("lexicon.tsv:%d: %w", n, err)
		}
		l[f[0]] = count{cues, seen}
	}
	return l, sc.Err()
}

// prior strengths: how many sightings the coarser estimate counts for.
const (
	priorLemma = 3.0
	priorFrame = 3.0
	floor      = 0.02
	// strange discounts the frame's own share for a word not counted: most of
	// a frame's cues are the same few words.
	strange = 0.5
)

// probability is the share of sightings of a lemma in a frame that were cues,
// each estimate smoothed towards the coarser one behind it: the lemma in the
// frame, the lemma in the form, the frame with any lemma.
func (l lexicon) probability(lemma, frame string) float64 {
	form, _, _ := strings.Cut(frame, "/")
	all := l[frame]
	p := strange * (float64(all.cues) + floor*20) / (float64(all.seen) + 20)
	byLemma := l[lemma+" "+form]
	p = (float64(byLemma.cues) + priorLemma*p) / (float64(byLemma.seen) + priorLemma)
	exact := l[lemma+" "+frame]
	return (float64(exact.cues) + priorFrame*p) / (float64(exact.seen) + priorFrame)
}
