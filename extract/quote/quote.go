// Package quote pairs quotation marks: straight and curly, double and single,
// low-high and guillemets, nested, reopened at each paragraph, or never
// closed. It does not say whether a quotation is somebody's words; that is
// the attribute stage's work.
package quote

import (
	"sort"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// Stage pairs the quotation marks of a document, paragraph by paragraph.
func Stage() pipeline.Stage {
	return pipeline.Stage{
		Name:     "quote",
		Doc:      "pairs quotation marks, nested and across paragraphs",
		Requires: pipeline.Tokens | pipeline.Sentences,
		Provides: pipeline.Quotes,
		Run:      run,
	}
}

func run(d *pipeline.Document) error {
	p := pairer{doc: d}
	for _, para := range paragraphs(d) {
		p.paragraph(para)
	}
	sort.SliceStable(p.quotes, func(i, j int) bool {
		a, b := p.quotes[i], p.quotes[j]
		return a.Start < b.Start || a.Start == b.Start && a.End > b.End
	})
	d.Quotes = p.quotes
	return nil
}

// A tokenRange is a half-open range of token indexes.
type tokenRange struct{ first, last int }

// paragraphs groups the sentences of each paragraph into one token range.
func paragraphs(d *pipeline.Document) []tokenRange {
	var out []tokenRange
	for i, s := range d.Sentences {
		if i > 0 && d.Sentences[i-1].Paragraph == s.Paragraph {
			out[len(out)-1].last = s.Last
			continue
		}
		out = append(out, tokenRange{s.First, s.Last})
	}
	return out
}

// An open is a quotation whose closing mark has not been seen.
type open struct {
	family    family
	mark      int // token of the opening mark, -1 if it goes on without one
	first     int // first token
	continues bool
}

type pairer struct {
	doc    *pipeline.Document
	stack  []open
	quotes []pipeline.Quote
	// carried is the outermost quotation left open at the end of the last
	// paragraph, if any; its quote is the last with depth 0.
	carried *open
}

// paragraph pairs the marks of one paragraph.
func (p *pairer) paragraph(r tokenRange) {
	marks := p.marks(r)
	p.resume(r, marks)
	for i, m := range marks {
		p.mark(m, marks[i+1:])
	}
	// What is still open ends here; only an outermost double quotation may go
	// on in the next paragraph.
	for len(p.stack) > 0 {
		top := p.stack[len(p.stack)-1]
		if len(p.stack) == 1 && top.family.runsOn() {
			c := top
			p.carried = &c
		}
		p.end(r.last, -1)
	}
}

// resume decides whether the quotation left open by the paragraph before goes
// on here: because this paragraph reopens it, or because a closing mark comes
// before any opening one.
func (p *pairer) resume(r tokenRange, marks []mark) {
	carried := p.carried
	p.carried = nil
	if carried == nil || len(marks) == 0 {
		return
	}
	first := marks[0]
	if first.family != carried.family {
		return
	}
	if first.token == r.first && first.side != closing {
		p.link()
		p.stack = append(p.stack, open{family: first.family, mark: first.token, first: first.token, continues: true})
		marks[0].side = taken
		return
	}
	if first.side == closing {
		p.link()
		p.stack = append(p.stack, open{family: first.family, mark: -1, first: r.first, continues: true})
	}
}

// link notes that the quotation carried over goes on.
func (p *pairer) link() {
	for i := len(p.quotes) - 1; i >= 0; i-- {
		if p.quotes[i].Depth == 0 {
			p.quotes[i].Continued = true
			return
		}
	}
}

// mark opens or closes a quotation.
func (p *pairer) mark(m mark, rest []mark) {
	inside := p.find(m.family)
	switch {
	case m.side == taken:
	case m.side == closing || m.side == either && inside >= 0:
		if inside < 0 {
			return // a stray closing mark closes nothing
		}
		for len(p.stack) > inside+1 {
			p.drop()
		}
		p.end(m.token+1, m.token)
	case inside >= 0 && !nests(m, rest):
		// The quotation before was never closed: this one begins anew.
		for len(p.stack) > inside {
			p.end(m.token, -1)
		}
		p.push(m)
	default:
		p.push(m)
	}
}

func (p *pairer) push(m mark) {
	p.stack = append(p.stack, open{family: m.family, mark: m.token, first: m.token})
}

// find is the innermost open quotation of a family, -1 if there is none.
func (p *pairer) find(f family) int {
	for i := len(p.stack) - 1; i >= 0; i-- {
		if p.stack[i].family == f {
			return i
		}
	}
	return -1
}

// nests reports whether an opening mark within a quotation of its own family
// opens a nested one: enough closing marks must follow for both.
func nests(m mark, rest []mark) bool {
	depth := 2
	for _, r := range rest {
		if r.family != m.family {
			continue
		}
		switch r.side {
		case opening:
			depth++
		case closing, either:
			depth--
		}
		if depth == 0 {
			return true
		}
	}
	return false
}

// drop forgets the innermost open quotation: a quotation around it was closed
// first, so its opening mark was none.
func (p *pairer) drop() { p.stack = p.stack[:len(p.stack)-1] }

// end closes the innermost open quotation before token last; closer is the
// token of its closing mark, -1 if it has none.
func (p *pairer) end(last, closer int) {
	top := p.stack[len(p.stack)-1]
	p.drop()
	words := last - top.first - boolInt(top.mark >= 0) - boolInt(closer >= 0)
	if words < 1 {
		return // marks with nothing between them quote nothing
	}
	toks := p.doc.Tokens
	q := pipeline.Quote{
		Span:      pipeline.Span{Start: toks[top.first].Start, End: toks[last-1].End},
		Depth:     len(p.stack),
		Closed:    closer >= 0,
		Continues: top.continues,
		First:     top.first,
		Last:      last,
	}
	q.Inner = q.Span
	if top.mark >= 0 {
		q.Inner.Start = toks[top.mark].End
	}
	if closer >= 0 {
		q.Inner.End = max(toks[closer].Start, q.Inner.Start)
	}
	p.quotes = append(p.quotes, q)
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}
