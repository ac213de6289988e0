package attribute

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// A paragraph is the token range of one paragraph.
type paragraph struct {
	rng
	part pipeline.PartKind
}

func (v *view) paragraphs() []paragraph {
	var out []paragraph
	for i, s := range v.doc.Sentences {
		if i > 0 && v.doc.Sentences[i-1].Paragraph == s.Paragraph {
			out[len(out)-1].last = s.Last
			continue
		}
		out = append(out, paragraph{rng{s.First, s.Last}, s.Part})
	}
	return out
}

// label reads the name before a colon that begins a paragraph, as transcripts
// and headlines write it: "WALLACE: …", "Sanders: …", "Q: …". The colon is
// returned too.
func (v *view) label(p paragraph) (name rng, colon int, ok bool) {
	for i := p.first; i < p.last && i < p.first+9; i++ {
		if !v.in(i, ":") {
			continue
		}
		name = rng{p.first, i}
		return name, i, !name.empty() && i+1 < p.last && v.labels(name, p)
	}
	return rng{}, 0, false
}

// labels reports whether a token range reads as somebody's name.
func (v *view) labels(r rng, p paragraph) bool {
	capitals := 0
	for i := r.first; i < r.last; i++ {
		s := v.doc.Slice(v.doc.Tokens[i].Span)
		c, _ := utf8.DecodeRuneInString(s)
		switch {
		case !v.outside(i):
			return false
		case unicode.IsUpper(c):
			capitals++
		case v.in(i, ".", "-", "'", "’", "of", "de", "van", "von", "bin", "al", "the", "(", ")", ",") || v.tag(i) == "POS":
		default:
			return false
		}
	}
	if capitals == 0 {
		return false
	}
	named := false
	for i := r.first; i < r.last; i++ {
		named = named || v.name[i]
	}
	upper := strings.ToUpper(v.doc.Slice(v.span(r))) == v.doc.Slice(v.span(r))
	if p.part == pipeline.PartTitle {
		return named && r.len() <= 4
	}
	return r.len() <= 6 && (upper || named && r.len() <= 4)
}

// byline reads the name behind a quotation that fills a paragraph:
// “…” ― Name.
func (v *view) byline(p paragraph) (content, source rng, dash int, ok bool) {
	if !v.opensQuote(p.first) {
		return rng{}, rng{}, 0, false
	}
	q := v.quotes[v.quote[p.first]]
	d := q.Last
	if d >= p.last-1 || !v.in(d, "-", "--", "—", "–", "―", "~") {
		return rng{}, rng{}, 0, false
	}
	source = rng{d + 1, p.last}
	for source.last > source.first+1 && v.terminal(source.last-1) {
		source.last--
	}
	if source.empty() || source.len() > 12 {
		return rng{}, rng{}, 0, false
	}
	c, _ := utf8.DecodeRuneInString(v.doc.Text[v.doc.Tokens[source.first].Start:])
	for i := source.first; i < source.last; i++ {
		if v.finite(i) {
			return rng{}, rng{}, 0, false
		}
	}
	return rng{q.First, q.Last}, source, d, unicode.IsUpper(c)
}
