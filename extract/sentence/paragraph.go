package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// paragraphBreaks gives, for each paragraph, the index of the token behind its
// last one. Paragraphs end at blank lines, at the edges of the document's
// parts, and at line ends, unless the text is wrapped to a line length.
func paragraphBreaks(d *pipeline.Document) []int {
	var breaks []int
	wrap := wrapWidth(d.Text)
	part := 0 // the first part that ends behind the token
	line := 0 // where the line began that the token before ends
	for i := range d.Tokens {
		start := d.Tokens[i].Start
		wasIn := partStart(d, part, d.Tokens[max(i-1, 0)].Start)
		for part < len(d.Parts) && d.Parts[part].End <= start {
			part++
		}
		if i == 0 {
			line = start
			continue
		}
		gap := d.Text[d.Tokens[i-1].End:start]
		lineEnds := countLineEnds(gap)
		switch {
		case partStart(d, part, start) != wasIn, lineEnds > 1:
			breaks = append(breaks, i)
		case lineEnds == 1:
			length := utf8.RuneCountInString(d.Text[line:d.Tokens[i-1].End])
			if wrap == 0 && !runsOn(d, i) || 2*length < wrap && endsLine(d, i) {
				breaks = append(breaks, i)
			}
		}
		if lineEnds > 0 {
			line = start
		}
	}
	if len(d.Tokens) > 0 {
		breaks = append(breaks, len(d.Tokens))
	}
	return breaks
}

// partStart is the start of part i if it holds offset, otherwise -1-i, so that
// the text between two parts is told from both and from other such text.
func partStart(d *pipeline.Document, i, offset int) int {
	if i < len(d.Parts) && d.Parts[i].Start <= offset && offset < d.Parts[i].End {
		return d.Parts[i].Start
	}
	return -1 - i
}

// runsOn reports whether the line that begins with token i goes on with the
// sentence of the line before, in a text whose lines are otherwise paragraphs.
func runsOn(d *pipeline.Document, i int) bool {
	r, _ := utf8.DecodeRuneInString(d.Text[d.Tokens[i].Start:])
	before := d.Slice(d.Tokens[i-1].Span)
	return unicode.IsLower(r) && !terminates(before) && before != ":" && before != ";"
}

// endsLine reports whether the line before token i, in a wrapped text, ends its
// paragraph although no blank line follows, given that it had room for more.
func endsLine(d *pipeline.Document, i int) bool {
	before := d.Slice(d.Tokens[i-1].Span)
	return before == ":" || terminates(before) && !isTitle(before) || i > 1 && closes(d, i-1, true)
}

// countLineEnds counts the line ends in a stretch of blanks, CR LF as one.
func countLineEnds(gap string) int {
	n := 0
	for i, r := range gap {
		switch r {
		case '\n', '\u2028':
			n++
		case '\r':
			if !strings.HasPrefix(gap[i+1:], "\n") {
				n++
			}
		case '\u2029', '\f':
			n += 2
		}
	}
	return n
}

// Lines of a wrapped text are at most this many characters long, and at least
// this many and this share of those that another line follows must go on in
// lower case.
const (
	maxWrap       = 100
	minWrapped    = 2
	minWrapped100 = 40
)

// wrapWidth is the length in characters of the longest line of a text whose
// lines are broken to fit a width, as in mail; 0 if its line ends mean
// something.
func wrapWidth(text string) int {
	longest, followed, lower := 0, 0, 0
	before := 0 // length of the line before, 0 if it is blank
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		length := utf8.RuneCountInString(line)
		longest = max(longest, length)
		if before > 0 && length > 0 {
			followed++
			if r, _ := utf8.DecodeRuneInString(line); unicode.IsLower(r) {
				lower++
			}
		}
		before = length
	}
	if longest > maxWrap || lower < minWrapped || 100*lower < minWrapped100*followed {
		return 0
	}
	return longest
}
