package attribute

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// Scores of the layouts that PolNeAR has too few of for models to learn.
const (
	bylineScore     = .85
	transcriptScore = .7
)

// layouts adds the candidates that the layout of paragraphs attributes.
func (d *drafter) layouts() {
	from := len(d.out)
	for at := 0; at < len(d.sentences); {
		first := at
		for at++; at < len(d.sentences) && d.sentences[at].paragraph == d.sentences[first].paragraph; at++ {
		}
		p := run{d.sentences[first].first, d.sentences[at-1].last}
		switch part := d.sentences[first].part; part {
		case pipeline.PartBody:
			if !d.byline(p) {
				d.label(p, part)
			}
		case pipeline.PartTitle:
			d.label(p, part)
		}
	}
	d.transcript(from)
}

// transcript settles that labels which come back make a transcript.
func (d *drafter) transcript(from int) {
	times := map[uint32]int{}
	for i := from; i < len(d.out); i++ {
		times[d.tokens[d.out[i].source[0]].word]++
	}
	for i := from; i < len(d.out); i++ {
		if n := &d.out[i]; n.kind == kindLabel && times[d.tokens[n.source[0]].word] > 1 {
			n.score, n.fixed = transcriptScore, true
		}
	}
}

// byline reads the name behind a quotation that fills a paragraph: “…” ― Name.
func (d *drafter) byline(p run) bool {
	if !d.tokens[p.first].is(opens) {
		return false
	}
	q := d.quotes[d.tokens[p.first].quote]
	at := q.Last
	if at >= p.last-1 || !d.tokens[at].is(dash) && d.slice(at) != "~" {
		return false
	}
	source := run{at + 1, p.last}
	for source.last > source.first+1 && d.tokens[source.last-1].is(terminal) {
		source.last--
	}
	if source.last-source.first > 12 || !d.tokens[source.first].is(upper) {
		return false
	}
	for i := source.first; i < source.last; i++ {
		if d.tokens[i].is(finite) {
			return false
		}
	}
	d.out = append(d.out, candidate{kind: kindByline, score: bylineScore, fixed: true, source: appendRun(nil, source), words: []int{at}, content: appendRun(nil, run{q.First, q.Last})})
	return true
}

// label reads the name before a colon that begins a paragraph, as transcripts
// and headlines write it: "WALLACE: …", "Sanders: …", "Q: …".
func (d *drafter) label(p run, part pipeline.PartKind) {
	for i := p.first; i < p.last && i < p.first+9; i++ {
		if !d.tokens[i].is(colon) {
			continue
		}
		name, content := run{p.first, i}, run{i + 1, p.last}
		if name.first == name.last || content.last-content.first < 2 || !d.labels(name, part) {
			return
		}
		if d.tokens[content.first].is(opens) && d.quotes[d.tokens[content.first].quote].Last < p.last-1 {
			return
		}
		d.out = append(d.out, candidate{kind: kindLabel, source: appendRun(nil, name), words: []int{i}, content: appendRun(nil, content)})
		return
	}
}

// labels reports whether tokens read as somebody's name before a colon.
func (d *drafter) labels(r run, part pipeline.PartKind) bool {
	capitals, named, shouted := 0, false, true
	for i := r.first; i < r.last; i++ {
		text := d.slice(i)
		c, _ := utf8.DecodeRuneInString(text)
		switch {
		case d.tokens[i].quote != none:
			return false
		case unicode.IsUpper(c):
			capitals++
		case within[d.tokens[i].word] || d.doc.Tokens[i].Tag == "POS":
		default:
			return false
		}
		named = named || d.tokens[i].name > 0
		shouted = shouted && strings.ToUpper(text) == text
	}
	n := r.last - r.first
	switch {
	case capitals == 0:
		return false
	case part == pipeline.PartTitle:
		return named && n <= 4
	}
	return shouted && n <= 6 || named && n <= 4
}

// within holds what may stand in a name without a capital.
var within = ids(".", "-", "'", "of", "de", "van", "von", "bin", "al", "the", "(", ")", ",")

// alone reports whether quotation q fills its sentences and ends as speech
// does, so that it is neither a title nor a scare quote.
func (v *view) alone(q int) bool {
	quote := v.quotes[q]
	if quote.Depth > 0 || quote.Last-quote.First < 3 || !v.tokens[quote.First].is(opens) {
		return false
	}
	s, e := &v.sentences[v.of[quote.First]], &v.sentences[v.of[quote.Last-1]]
	if s.part != pipeline.PartBody || s.first != quote.First || v.slice(quote.Last-2) == "," {
		return false
	}
	for i := quote.Last; i < e.last; i++ {
		if v.tokens[i].is(wordy) {
			return false
		}
	}
	return quote.Last-quote.First >= 6 || v.tokens[quote.Last-2].is(terminal)
}

func (v *view) slice(i int) string { return v.doc.Slice(v.doc.Tokens[i].Span) }
