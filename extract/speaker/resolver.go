package speaker

import (
	"strings"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

const none = -1

// A resolver names the speakers of one document.
type resolver struct {
	doc       *pipeline.Document
	low       []string // lower-case token texts
	sentence  []int    // sentence of each token
	mention   []int    // mention that holds the token, none outside
	quoted    []bool   // tokens within quotation marks
	headline  []bool   // sentences in which capitals tell nothing
	positions map[string][]int

	names  []occurrence
	nameAt []int // occurrence that holds the token, none outside
	people []person
	byName map[string][]int    // people by lower-case surname, given name, nickname
	alone  map[string]bool     // surnames that the body gives without more
	roleOf []int               // person whose role, in an aside or as a title, the token belongs to
	heads  map[string][]holder // who holds a role, by its head noun
	bodies bodies

	index  map[string]int
	spoken []turn // resolved claims in order of their content
}

// A turn is a claim whose speaker is known: where it stands and who speaks.
type turn struct {
	token   int // of the source, or of the content without a source
	speaker int // index into Document.Speakers
	person  int // index into people, none if the speaker is no named person
	claim   int
}

func newResolver(d *pipeline.Document) *resolver {
	n := len(d.Tokens)
	r := &resolver{
		doc: d, low: make([]string, n), sentence: make([]int, n), mention: filled(n), quoted: make([]bool, n),
		headline: make([]bool, len(d.Sentences)), positions: map[string][]int{}, nameAt: filled(n), roleOf: filled(n),
		byName: map[string][]int{}, index: map[string]int{}, heads: map[string][]holder{},
	}
	for i, t := range d.Tokens {
		r.low[i] = lower(d.Slice(t.Span))
	}
	for s, sent := range d.Sentences {
		for i := sent.First; i < sent.Last; i++ {
			r.sentence[i] = s
		}
		r.headline[s] = sent.Part == pipeline.PartTitle || s == 0 && (len(d.Sentences) == 1 || d.Sentences[1].Paragraph > sent.Paragraph) && r.titleCase(sent)
	}
	for mi, m := range d.Mentions {
		for i := m.First; i < m.Last; i++ {
			r.mention[i] = mi
		}
	}
	for _, q := range d.Quotes {
		for i := q.First; i < q.Last; i++ {
			r.quoted[i] = true
		}
	}
	for i, w := range r.low {
		if r.isNoun(i) {
			r.positions[w] = append(r.positions[w], i)
		}
	}
	r.occurrences()
	r.gather()
	r.describe()
	r.voteGender()
	r.owners()
	r.gatherBodies()
	return r
}

func filled(n int) []int {
	s := make([]int, n)
	for i := range s {
		s[i] = none
	}
	return s
}

// titleCase reports whether nearly all longer words of a sentence have
// capitals.
func (r *resolver) titleCase(s pipeline.Sentence) bool {
	long, small := 0, 0
	for i := s.First; i < s.Last; i++ {
		if len(r.low[i]) > 3 && r.hasLetter(i) {
			long++
			if !r.capital(i) {
				small++
			}
		}
	}
	return long > 3 && small*6 <= long
}

func lower(s string) string                    { return strings.ToLower(s) }
func splitName(s string) []string              { return strings.Fields(s) }
func (r *resolver) text(i int) string          { return r.doc.Slice(r.doc.Tokens[i].Span) }
func (r *resolver) tag(i int) string           { return r.doc.Tokens[i].Tag }
func (r *resolver) isNoun(i int) bool          { return strings.HasPrefix(r.tag(i), "NN") }
func (r *resolver) sameSentence(i, j int) bool { return r.sentence[i] == r.sentence[j] }

// at is the lower-case token i, "" beyond the text's ends.
func (r *resolver) at(i int) string {
	if i < 0 || i >= len(r.low) {
		return ""
	}
	return r.low[i]
}

func (r *resolver) mentionAt(i int) pipeline.MentionType {
	if m := r.mention[i]; m != none {
		return r.doc.Mentions[m].Type
	}
	return pipeline.MentionOther
}

// personAt is the person named at token i, none if nobody is.
func (r *resolver) personAt(i int) int {
	if o := r.nameAt[i]; o != none {
		return r.names[o].person
	}
	return none
}

// span is the text from token first up to token last, blanks made single.
func (r *resolver) span(first, last int) string {
	s := r.doc.Text[r.doc.Tokens[first].Start:r.doc.Tokens[last-1].End]
	return strings.Join(strings.Fields(s), " ")
}

// tokens is the token range that a span covers.
func (r *resolver) tokens(s pipeline.Span) (first, last int) {
	lo, hi := 0, len(r.doc.Tokens)
	for lo < hi {
		mid := (lo + hi) / 2
		if r.doc.Tokens[mid].End <= s.Start {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	first, last = lo, lo
	for last < len(r.doc.Tokens) && r.doc.Tokens[last].Start < s.End {
		last++
	}
	return first, last
}

// definite reports whether a noun phrase begins as one that was named before.
func (r *resolver) definite(first int) bool {
	switch r.low[first] {
	case "the", "this", "that", "these", "those", "its", "their", "his", "her":
		return true
	}
	return false
}

func article(w string) bool { return w == "the" || w == "a" || w == "an" }

// aside reports whether a word sets off an aside.
func aside(w string) bool {
	switch w {
	case ",", "--", "—", "–", "-", "(", ")", ";", ":":
		return true
	}
	return false
}
