package eval

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// A mistake is a claim that was missed, made up, or given a wrong source.
type mistake struct {
	article string
	kind    string // "missed", "spurious" or "source"
	at      int
	lines   []string // the claims in their context
}

func (s *Scores) addMistakes(name, text string, gold, pred []judged, pairs []pair) {
	var found []mistake
	add := func(kind string, claims ...judged) {
		m := mistake{article: name, kind: kind, at: claims[0].Content[0].Start}
		for _, c := range claims {
			m.lines = append(m.lines, inContext(text, c.Claim))
		}
		found = append(found, m)
	}
	usedGold, usedPred := make([]bool, len(gold)), make([]bool, len(pred))
	for _, m := range pairs {
		usedGold[m.gold], usedPred[m.pred] = true, true
		if !sourcesAgree(gold[m.gold].source, pred[m.pred].source) {
			add("source", gold[m.gold], pred[m.pred])
		}
	}
	for i, g := range gold {
		if !usedGold[i] {
			add("missed", g)
		}
	}
	for j, p := range pred {
		if !usedPred[j] {
			add("spurious", p)
		}
	}
	slices.SortStableFunc(found, func(a, b mistake) int { return cmp.Compare(a.at, b.at) })
	s.mistakes = append(s.mistakes, found...)
}

// WriteErrors writes the mistakes that were kept, in the order of articles
// and text: what was missed, what is spurious, and where only the source is
// wrong the gold claim with the predicted one below it. Each stands in its
// sentence, with source, cue and content marked S, C and T.
func (s *Scores) WriteErrors(w io.Writer) error {
	for _, m := range s.mistakes {
		if _, err := fmt.Fprintf(w, "%s %s:%d\n\t%s\n", m.kind, m.article, m.at, strings.Join(m.lines, "\n\t")); err != nil {
			return err
		}
	}
	return nil
}

// maxReach is how many bytes of context are shown on either side at most.
const maxReach = 240

// inContext is a claim in its sentence, on one line.
func inContext(text string, c *Claim) string {
	type marked struct {
		pipeline.Span
		role string
	}
	var marks []marked
	var cover pipeline.Span
	for _, role := range []struct {
		name  string
		spans []pipeline.Span
	}{{"S", c.Source}, {"C", c.Cue}, {"T", c.Content}} {
		for _, s := range role.spans {
			marks = append(marks, marked{s, role.name})
			cover = cover.Cover(s)
		}
	}
	slices.SortStableFunc(marks, func(a, b marked) int { return cmp.Compare(a.Start, b.Start) })

	var b strings.Builder
	at, end := sentenceAround(text, cover)
	for _, m := range marks {
		if m.Start < at {
			continue // within a span already shown
		}
		fmt.Fprintf(&b, "%s[%s %s]", shorten(text[at:m.Start]), m.role, text[m.Start:m.End])
		at = m.End
	}
	if at < end {
		b.WriteString(text[at:end])
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// shorten leaves out the middle of a long stretch between marked spans.
func shorten(s string) string {
	if len(s) <= 2*maxReach {
		return s
	}
	return s[:boundary(s, maxReach)] + " … " + s[boundary(s, len(s)-maxReach):]
}

// boundary is the first character boundary at or after i.
func boundary(s string, i int) int {
	for i < len(s) && !utf8.RuneStart(s[i]) {
		i++
	}
	return i
}

var sentenceStops = []string{"\n", ". ", "? ", "! ", ".\" ", ".” "}

// sentenceAround widens a span to where a sentence or line seems to begin and
// end.
func sentenceAround(text string, s pipeline.Span) (start, end int) {
	from := boundary(text, max(0, s.Start-maxReach))
	start, end = from, boundary(text, min(len(text), s.End+maxReach))
	for _, stop := range sentenceStops {
		if i := strings.LastIndex(text[from:s.Start], stop); i >= 0 {
			start = max(start, from+i+len(stop))
		}
	}
	for _, stop := range sentenceStops {
		if i := strings.Index(text[s.End:end], stop); i >= 0 {
			end = s.End + i + len(stop)
		}
	}
	return start, end
}
