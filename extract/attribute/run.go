package attribute

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// threshold is the probability from which a cue makes a claim; chosen on
// PolNeAR's training part.
const threshold = 0.36

// longest is the length in tokens from which a sentence is none: a table, a
// list or a page without full stops, whose words attribute nothing.
const longest = 400

// titleThreshold is the same for headlines, which must attribute plainly.
const titleThreshold = 0.6

func run(d *pipeline.Document) error {
	v := newView(d)
	f := finder{view: v, taken: make([]bool, len(v.lower))}
	for _, p := range v.paragraphs() {
		if p.part == pipeline.PartBody || p.part == pipeline.PartTitle {
			f.layout(p)
		}
	}
	f.cued()
	f.free()
	f.write()
	return nil
}

// A finder gathers the claims of one document.
type finder struct {
	*view
	taken  []bool // the token is content of an accepted claim
	drafts []draft
}

// layout finds the claims that a paragraph's layout attributes.
func (f *finder) layout(p paragraph) {
	if content, source, dash, ok := f.byline(p); ok && p.part == pipeline.PartBody {
		f.accept(draft{
			unit:    unit{cue: rng{dash, dash + 1}, head: dash, source: source, score: 0.9, frame: "byline"},
			content: []rng{content}, pattern: "a name under a quotation",
		})
		return
	}
	name, colon, ok := f.label(p)
	if !ok {
		return
	}
	content := rng{colon + 1, p.last}
	if f.opensQuote(content.first) && f.quotes[f.quote[content.first]].Last < p.last-1 {
		return
	}
	if content.len() < 2 {
		return
	}
	f.accept(draft{
		unit:    unit{cue: rng{colon, colon + 1}, head: colon, source: name, score: 0.85, frame: "label"},
		content: []rng{content}, pattern: "a name and a colon before the words",
	})
}

// cued finds the claims that words attribute, best first; a cue within the
// content of a better claim makes none of its own.
func (f *finder) cued() {
	var drafts []draft
	for _, sent := range f.doc.Sentences {
		if sent.Part != pipeline.PartBody && sent.Part != pipeline.PartTitle {
			continue
		}
		s := rng{sent.First, sent.Last}
		if s.len() > longest {
			continue
		}
		units := f.units(s)
		here, led := f.introduced(s, units)
		for _, u := range units {
			if led[u.head] {
				continue
			}
			limit := threshold
			if sent.Part == pipeline.PartTitle {
				limit = titleThreshold
			}
			if u.score < limit || f.evades(u) {
				continue
			}
			if d, ok := f.attributes(u, s, units); ok && !f.comment(&d) {
				here = append(here, d)
			}
		}
		drafts = append(drafts, outermost(here)...)
	}
	slices.SortStableFunc(drafts, func(a, b draft) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.head, b.head))
	})
	for _, d := range drafts {
		if f.taken[d.head] {
			continue
		}
		f.extend(&d, f.taken)
		if f.free50(&d) {
			f.accept(d)
		}
	}
}

// within is by how much a claim inside another's content must be likelier
// than that one to be kept in its stead.
const within = 0.15

// outermost leaves out the drafts whose cue stands in the content of another
// that is about as likely.
func outermost(drafts []draft) []draft {
	inner := func(d draft) bool {
		for _, o := range drafts {
			if o.head == d.head || o.score+within < d.score {
				continue
			}
			for _, r := range o.content {
				if r.has(d.head) {
					return true
				}
			}
		}
		return false
	}
	var out []draft
	for _, d := range drafts {
		if !inner(d) {
			out = append(out, d)
		}
	}
	return out
}

// remark is how likely a participle must be to make a claim of a noun phrase:
// ", highlighting the need" is more often the reporter's comment.
const remark = 0.6

// comment reports whether a draft is the reporter's remark on what was said.
func (f *finder) comment(d *draft) bool {
	if f.tag(d.head) != "VBG" || d.cue.len() > 1 || d.score >= remark {
		return false
	}
	first := d.content[0].first
	return f.outside(first) && !f.in(first, "that", "how", "whether", "why", "for")
}

// evades reports whether a cue says that somebody gave no answer, which is no
// claim: "did not respond to questions about …".
func (v *view) evades(u unit) bool {
	if !v.negated(u) {
		// "when asked about it" tells of a question.
		return u.source.empty() && v.tag(u.head) == "VBN" && v.lemma(u.head) == "ask"
	}
	switch v.lemma(u.head) {
	case "respond", "answer", "reply", "elaborate", "comment", "return", "address", "specify":
		return true
	}
	return false
}

// free50 takes the tokens that other claims have off a draft's content; false
// if half of it or more is theirs.
func (f *finder) free50(d *draft) bool {
	total, lost := 0, 0
	var kept []rng
	for _, r := range d.content {
		total += r.len()
		for r.first < r.last && f.taken[r.first] {
			r.first++
			lost++
		}
		end := r.first
		for end < r.last && !f.taken[end] && !d.cue.has(end) {
			end++
		}
		lost += r.last - end
		if end > r.first {
			kept = append(kept, rng{r.first, end})
		}
	}
	d.content = kept
	return len(kept) > 0 && 2*lost < total
}

func (f *finder) accept(d draft) {
	for _, r := range d.content {
		for i := r.first; i < r.last; i++ {
			f.taken[i] = true
		}
	}
	f.drafts = append(f.drafts, d)
}

// free makes claims of the quotations that fill their sentences and that
// nothing attributes: somebody speaks, and the text around must tell who.
func (f *finder) free() {
	for qi, q := range f.quotes {
		if q.Depth > 0 || f.quote[q.First] != qi || f.taken[q.First] || q.Last-q.First < 6 || !f.opensQuote(q.First) {
			continue
		}
		s := f.doc.Sentences[f.sent[q.First]]
		if s.Part != pipeline.PartBody || s.First != q.First {
			continue
		}
		r, ok := f.alone(q.First)
		if !ok {
			continue
		}
		d := draft{unit: unit{cue: rng{q.First, q.First}, head: none, source: rng{q.First, q.First}, score: 0.5, frame: "free"}, content: []rng{r}, pattern: "a quotation that stands alone"}
		f.extend(&d, f.taken)
		f.accept(d)
	}
}

// write turns the drafts into the document's cues and claims.
func (f *finder) write() {
	slices.SortStableFunc(f.drafts, func(a, b draft) int {
		if a.content[0].first != b.content[0].first {
			return a.content[0].first - b.content[0].first
		}
		return a.head - b.head
	})
	for _, d := range f.drafts {
		c := pipeline.Claim{Speaker: pipeline.NoSpeaker, Confidence: d.score}
		for _, r := range d.content {
			c.Content = append(c.Content, f.span(r))
		}
		if !d.source.empty() {
			c.Source = []pipeline.Span{f.span(d.source)}
		}
		if !d.cue.empty() {
			c.Cue = []pipeline.Span{f.span(d.cue)}
			c.CueLemma = f.lemma(d.head)
			f.doc.Cues = append(f.doc.Cues, pipeline.Cue{Span: c.Cue[0], First: d.cue.first, Last: d.cue.last, Head: d.head, Score: d.score})
		}
		c.Type = f.claimType(d.content)
		c.Why = f.why(d)
		c.ID = f.doc.ClaimID(&c)
		f.doc.Claims = append(f.doc.Claims, c)
	}
	slices.SortStableFunc(f.doc.Cues, func(a, b pipeline.Cue) int { return a.Start - b.Start })
}

// claimType tells how much of the content is quoted; words that only lead into
// it ("that") do not count.
func (f *finder) claimType(content []rng) pipeline.ClaimType {
	in, out := 0, 0
	for _, r := range content {
		for i := r.first; i < r.last; i++ {
			switch {
			case f.mark[i] || f.titleMark[i] || !word(f.lower[i]) || i == r.first && f.in(i, "that"):
			case f.marked[i]:
				in++
			default:
				out++
			}
		}
	}
	switch {
	case in == 0:
		return pipeline.Indirect
	case out == 0:
		return pipeline.Direct
	}
	return pipeline.Mixed
}

// word reports whether a token has a letter or digit.
func word(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r > 0x7f && r != '“' && r != '”' && r != '‘' && r != '’' && r != '—' && r != '–' && r != '…'
	})
}

// why says in words what spoke for the claim.
func (f *finder) why(d draft) []pipeline.Reason {
	var out []pipeline.Reason
	if !d.cue.empty() && d.frame != "byline" && d.frame != "label" {
		out = append(out, pipeline.Reason{Reason: "“" + f.doc.Slice(f.span(d.cue)) + "” often attributes words like this", Weight: d.score})
	}
	return append(out, pipeline.Reason{Reason: d.pattern, Weight: d.score})
}
