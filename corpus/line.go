package corpus

import (
	"strings"
	"unicode"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// A line is one line of a text.
type line struct {
	pipeline.Span        // without white space at its edges; empty for a blank line
	next          int    // where the next line begins
	text          string // the span's text
}

// lineAt is the line that begins at pos. Lines end with LF, CR, CRLF, NEL,
// or Unicode's line and paragraph separators.
func lineAt(text string, pos int) line {
	end, width := len(text), 0
	for i, r := range text[pos:] {
		if w := lineEnd(r); w > 0 {
			end, width = pos+i, w
			if strings.HasPrefix(text[end:], "\r\n") {
				width = 2
			}
			break
		}
	}
	s := trim(text, pipeline.Span{Start: pos, End: end})
	return line{Span: s, next: end + width, text: text[s.Start:s.End]}
}

// lineEnd is how many bytes r has if it ends a line, else 0.
func lineEnd(r rune) int {
	switch r {
	case '\n', '\r':
		return 1
	case '\u0085':
		return 2
	case '\u2028', '\u2029':
		return 3
	}
	return 0
}

// trim takes white space and invisible characters off the edges of s.
func trim(text string, s pipeline.Span) pipeline.Span {
	cut := text[s.Start:s.End]
	s.Start += len(cut) - len(strings.TrimLeftFunc(cut, isBlank))
	cut = text[s.Start:s.End]
	s.End = s.Start + len(strings.TrimRightFunc(cut, isBlank))
	return s
}

// isBlank holds for white space (the no-break space is one) and for marks of
// no width: zero-width space, direction marks, byte order mark.
func isBlank(r rune) bool {
	switch r {
	case '\u200b', '\u200e', '\u200f', '\ufeff':
		return true
	}
	return unicode.IsSpace(r)
}

// maxBlock is how many lines of a block are looked at: a header has no more.
const maxBlock = 12

// blockAt is the run of lines without a blank one among them, which follows
// pos, its first maxBlock lines at most. It is empty at the end of the text.
func blockAt(text string, pos int) []line {
	var block []line
	for pos < len(text) && len(block) < maxBlock {
		l := lineAt(text, pos)
		pos = l.next
		if !l.Empty() {
			block = append(block, l)
		} else if block != nil {
			break
		}
	}
	return block
}

// plain is s in one line, its white space collapsed.
func plain(s string) string {
	return strings.Join(strings.FieldsFunc(s, isBlank), " ")
}
