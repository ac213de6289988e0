package speaker

import (
	"sort"
	"strings"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

const none = -1

// A resolver names the speakers of one document.
type resolver struct {
	doc      *pipeline.Document
	low      []string // lower-case token texts
	sentence []int    // sentence of each token
	mention  []int    // mention that holds the token, none outside
	inQuote  []bool
	people   []person
	bodies   map[string][]int // mentions of organizations by their lower-case last word
	byName   map[string][]int // people by lower-case surname and given name
	personOf []int            // person of each mention, none if it is no person
	index    map[string]int
	spoken   []turn // resolved claims in order of their cue
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
	r := &resolver{doc: d, low: make([]string, n), sentence: make([]int, n), mention: make([]int, n), inQuote: make([]bool, n), index: map[string]int{}, byName: map[string][]int{}}
	for i, t := range d.Tokens {
		r.low[i] = strings.ToLower(d.Slice(t.Span))
		r.mention[i] = none
	}
	for s, sent := range d.Sentences {
		for i := sent.First; i < sent.Last; i++ {
			r.sentence[i] = s
		}
	}
	for mi, m := range d.Mentions {
		for i := m.First; i < m.Last; i++ {
			r.mention[i] = mi
		}
	}
	for _, q := range d.Quotes {
		for i := q.First; i < q.Last; i++ {
			r.inQuote[i] = true
		}
	}
	r.gather()
	r.indexBodies()
	return r
}

func (r *resolver) text(i int) string    { return r.doc.Slice(r.doc.Tokens[i].Span) }
func (r *resolver) lower(i int) string   { return r.low[i] }
func (r *resolver) tag(i int) string     { return r.doc.Tokens[i].Tag }
func (r *resolver) sentenceOf(i int) int { return r.sentence[i] }
func (r *resolver) isNoun(i int) bool    { return strings.HasPrefix(r.tag(i), "NN") }

func (r *resolver) mentionAt(i int) pipeline.MentionType {
	if m := r.mention[i]; m != none {
		return r.doc.Mentions[m].Type
	}
	return pipeline.MentionOther
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

// resolve names the speaker of one claim.
func (r *resolver) resolve(i int) {
	c := &r.doc.Claims[i]
	if len(c.Source) == 0 {
		r.unattributed(i)
		return
	}
	first, last := r.tokens(c.Source[0])
	if first == last {
		return
	}
	a := r.read(first, last)
	if a.name == "" {
		return
	}
	c.Speaker = r.speaker(a)
	if a.why != "" {
		c.Why = append(c.Why, pipeline.Reason{Reason: a.why, Weight: a.weight})
	}
	r.spoken = append(r.spoken, turn{token: first, speaker: c.Speaker, person: a.person, claim: i})
}

// unattributed gives a quotation that nothing attributes to whoever spoke last
// in its paragraph or just before, else to the one person whom the sentences
// right before it are about.
func (r *resolver) unattributed(i int) {
	c := &r.doc.Claims[i]
	if len(c.Cue) > 0 {
		return
	}
	first, _ := r.tokens(c.Content[0])
	if len(r.spoken) > 0 {
		prev := r.spoken[len(r.spoken)-1]
		here := r.doc.Sentences[r.sentence[first]].Paragraph
		there := r.doc.Sentences[r.sentence[prev.token]].Paragraph
		if here == there || here-there <= 2 && r.doc.Claims[prev.claim].Type != pipeline.Indirect {
			c.Speaker = prev.speaker
			c.Why = append(c.Why, pipeline.Reason{Reason: "nobody else speaks since “" + r.doc.Speakers[prev.speaker].Name + "”", Weight: 0.6})
			r.spoken = append(r.spoken, turn{token: first, speaker: prev.speaker, person: prev.person, claim: i})
			return
		}
	}
	p := r.topic(first)
	if p == none {
		return
	}
	c.Speaker = r.speaker(r.named(p, "", 0))
	c.Why = append(c.Why, pipeline.Reason{Reason: "the sentences before are about “" + r.people[p].full() + "”", Weight: 0.4})
	r.spoken = append(r.spoken, turn{token: first, speaker: c.Speaker, person: p, claim: i})
}

// topic is the person who is the subject of the nearest sentences before
// token i, if only one person is; none otherwise.
func (r *resolver) topic(i int) int {
	found := none
	before := sort.Search(len(r.doc.Mentions), func(k int) bool { return r.doc.Mentions[k].First >= i })
	for mi := before - 1; mi >= 0 && r.sentence[i]-r.sentence[r.doc.Mentions[mi].First] <= 3; mi-- {
		m := r.doc.Mentions[mi]
		if r.personOf[mi] == none || r.inQuote[m.First] || !r.subject(m) {
			continue
		}
		if found != none && found != r.personOf[mi] {
			return none
		}
		found = r.personOf[mi]
	}
	return found
}

// An answer is what a source was read as.
type answer struct {
	name   string
	kind   pipeline.SpeakerKind
	role   string
	person int
	why    string
	weight float64
}

// speaker is the index of the answer's speaker in the document, added if new.
func (r *resolver) speaker(a answer) int {
	key := string(a.kind) + "\x00" + strings.ToLower(a.name)
	if i, ok := r.index[key]; ok {
		return i
	}
	s := pipeline.Speaker{Name: a.name, Kind: a.kind, Role: a.role}
	if a.person != none {
		p := &r.people[a.person]
		s.Aliases = aliases(p)
	}
	r.doc.Speakers = append(r.doc.Speakers, s)
	i := len(r.doc.Speakers) - 1
	r.index[key] = i
	return i
}
