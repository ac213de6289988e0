package corpus

import (
	"regexp"
	"strings"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// Parse reads the bytes of a text file as an article: it decodes them and
// finds title, date, byline and abstract before the body. Any of these but
// the body may be missing. An error is an *Error with key as its file.
func Parse(key string, data []byte) (*pipeline.Document, error) {
	text, e := decode(data)
	if e == nil && trim(text, pipeline.Span{End: len(text)}).Empty() {
		e = &Error{Err: ErrEmpty}
	}
	if e != nil {
		e.File = key
		return nil, e
	}
	d := pipeline.New(key, text)
	layOut(d)
	return d, nil
}

// layOut finds the parts of the document before its body.
func layOut(d *pipeline.Document) {
	h := header{Document: d}
	for h.step() {
	}
	if len(blockAt(d.Text, h.pos)) == 0 {
		// All of it looked like a header, so it was no header.
		d.Title, d.Byline, d.Outlet, d.Parts = "", "", "", nil
	}
}

// A header is the beginning of an article, read line by line up to pos.
type header struct {
	*pipeline.Document
	pos   int
	lines int // taken so far

	hasTitle, hasDate, hasByline, hasAbstract bool
}

// maxHeader is how many lines a header may have.
const maxHeader = 24

// step takes the next line or block of the header. It reports false where the
// body begins.
func (h *header) step() bool {
	block := blockAt(h.Text, h.pos)
	if len(block) == 0 || h.lines >= maxHeader {
		return false
	}
	return h.metadata(block[0]) || h.abstract(block) || h.title(block)
}

// take makes the lines a part of the given kind.
func (h *header) take(kind pipeline.PartKind, lines ...line) pipeline.Span {
	last := lines[len(lines)-1]
	s := pipeline.Span{Start: lines[0].Start, End: last.End}
	h.Parts = append(h.Parts, pipeline.Part{Span: s, Kind: kind})
	h.pos, h.lines = last.next, h.lines+len(lines)
	return s
}

var labelled = regexp.MustCompile(`(?i)^(title|headline|date|published|posted|updated|last updated|published on|by|byline|author|authors|source|publication|outlet)[ \x{a0}]*:[ \x{a0}]*(.*)$`)

// metadata takes a line that is a labelled field, a date or a byline.
func (h *header) metadata(l line) bool {
	label, value := "", l.text
	if m := labelled.FindStringSubmatch(l.text); m != nil && m[2] != "" {
		label, value = strings.ToLower(m[1]), m[2]
	}
	switch label {
	case "":
		return h.date(l, undatedLabel(value)) || h.byline(l)
	case "title", "headline":
		if h.hasTitle || !fits(value, maxTitle) {
			return false
		}
		h.hasTitle, h.Title = true, plain(value)
		h.take(pipeline.PartTitle, l)
	case "source", "publication", "outlet":
		if h.Outlet != "" || !fits(value, maxName) {
			return false
		}
		h.Outlet = plain(value)
		h.take(pipeline.PartByline, l)
	case "by", "byline", "author", "authors":
		if h.hasByline || !fits(value, maxName) {
			return false
		}
		value = strings.TrimSpace(bylineBy.ReplaceAllString(value, ""))
		h.hasByline, h.Byline = true, plain(value)
		h.take(pipeline.PartByline, l)
	default:
		return h.date(l, value)
	}
	return true
}

var dateLabel = regexp.MustCompile(`(?i)^(published|posted|updated|last updated)( on)?\b`)

func undatedLabel(s string) string {
	return strings.TrimLeft(s[len(dateLabel.FindString(s)):], " \u00a0")
}

// date takes a line whose value is wholly a date. The first date counts: the
// second is that of a revision.
func (h *header) date(l line, value string) bool {
	t, ok := parseDate(value)
	if !ok {
		return false
	}
	if !h.hasDate {
		h.hasDate, h.Published = true, t
	}
	h.take(pipeline.PartDate, l)
	return true
}

const maxName = 120 // runes of a byline or outlet

var (
	bylineBy = regexp.MustCompile(`(?i)^by[ \x{a0}]+`)
	// bylineRest is what follows "By" in a byline: words that begin with a
	// capital, joined by a few that do not. A sentence has others.
	bylineRest = regexp.MustCompile(`^\p{Lu}[\p{L}.'’-]*((,|,? (and|for|in|of|the|at|with|de|da|di|van|von|der|den|la|le|al|bin|[|/•&–—-]))*,? ?\p{Lu}[\p{L}.'’-]*)*$`)
)

// byline takes a line such as "By Jane Doe and John Roe, Reuters".
func (h *header) byline(l line) bool {
	by := bylineBy.FindString(l.text)
	if h.hasByline || by == "" || by[0] != 'B' || !fits(l.text, maxName) {
		return false
	}
	names := plain(l.text[len(by):])
	if !bylineRest.MatchString(names) || strings.HasSuffix(names, ".") && !strings.HasSuffix(names, "r.") {
		return false
	}
	h.hasByline, h.Byline = true, names
	h.take(pipeline.PartByline, l)
	return true
}

var (
	abstractLabel = regexp.MustCompile(`(?i)^(abstract|summary)[ \x{a0}]*(:|\.?$)`)
	bodyLabel     = regexp.MustCompile(`(?i)^full text[ \x{a0}]*[:.]?$`)
)

// maxWrapped is how many bytes a line has at most in a text whose paragraphs
// are wrapped by hand; a longer line is a paragraph.
const maxWrapped = 120

// abstract takes the paragraph that "Abstract:" opens. The label may stand
// alone above it, as in the archive of the New York Times, where "FULL TEXT."
// then closes it.
func (h *header) abstract(block []line) bool {
	first := block[0]
	label := abstractLabel.FindString(first.text)
	if label == "" || h.hasAbstract {
		return false
	}
	lines := block
	if len(label) == len(first.text) {
		lines = lines[1:]
		if len(lines) == 0 {
			lines = blockAt(h.Text, first.next)
		}
		if len(lines) == 0 {
			return false
		}
	}
	if lines[0].Len() > maxWrapped {
		lines = lines[:1]
	}
	last := lines[len(lines)-1]
	if next := blockAt(h.Text, last.next); len(next) > 0 && bodyLabel.MatchString(next[0].text) {
		last = next[0]
	}
	h.hasAbstract = true
	h.take(pipeline.PartAbstract, first, last)
	return true
}

// title takes the lines of the headline.
func (h *header) title(block []line) bool {
	if h.hasTitle || h.hasAbstract {
		return false
	}
	n := h.headline(block)
	if n == 0 {
		return false
	}
	h.hasTitle = true
	h.Title = plain(h.Slice(h.take(pipeline.PartTitle, block[:n]...)))
	return true
}
