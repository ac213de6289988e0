package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// A cutter cuts words into tokens, which it gathers in text order.
type cutter struct {
	text   string
	tokens []pipeline.Token
}

func (c *cutter) emit(start, end int) {
	if start < end {
		c.tokens = append(c.tokens, pipeline.Token{Span: pipeline.Span{Start: start, End: end}})
	}
}

// emitMarks makes every character of a range a token of its own, doubled
// apostrophes staying together.
func (c *cutter) emitMarks(start, end int) {
	for start < end {
		_, n := utf8.DecodeRuneInString(c.text[start:end])
		if strings.HasPrefix(c.text[start:end], "''") {
			n = 2
		}
		c.emit(start, start+n)
		start += n
	}
}

// word cuts one word: marks that always stand alone part it into pieces.
func (c *cutter) word(w *word) {
	if w.plain && !isFused(c.text[w.Start:w.End]) {
		c.emit(w.Start, w.End)
		return
	}
	start := w.Start // of the piece being read
	for i := start; i < w.End; {
		if i == start {
			if n := linkLen(c.text[i:w.End]); n > 0 {
				c.emit(i, i+n)
				i += n
				start = i
				continue
			}
		}
		if isAlnumByte(c.text[i]) {
			i++
			continue
		}
		n, mark := markLen(c.text, w.Span, i)
		if mark {
			if c.text[i] == '$' && isCountry(c.text[start:i]) {
				c.emit(start, i+n)
			} else {
				c.piece(start, i, w.cuts)
				c.emit(i, i+n)
			}
			start = i + n
		}
		i += n
	}
	c.piece(start, w.End, w.cuts)
}

// markLen gives the length of the mark that begins at offset i of a word and
// stands alone wherever it occurs; without one it gives the length of the
// character there and false.
func markLen(text string, w pipeline.Span, i int) (n int, mark bool) {
	if text[i] < utf8.RuneSelf {
		return asciiMarkLen(text, w, i)
	}
	r, n := utf8.DecodeRuneInString(text[i:w.End])
	switch r {
	case '’', '‘', 'ʼ', '′', '‐', '‑', '·', '\u00ad', '\u200c', '\u200d':
		return n, false
	}
	switch {
	case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r):
		return n, false
	case unicode.Is(unicode.So, r) || unicode.Is(unicode.Sk, r):
		return pictureLen(text[i:w.End]), true
	}
	return n, true
}

// asciiMarkLen is markLen for ASCII, of which most marks depend on what
// surrounds them.
func asciiMarkLen(text string, w pipeline.Span, i int) (n int, mark bool) {
	repeated := func(set string) int {
		rest := text[i:w.End]
		return len(rest) - len(strings.TrimLeft(rest, set))
	}
	first, last := i == w.Start, i+1 == w.End
	switch b := text[i]; b {
	case '!', '?':
		return repeated("!?"), true
	case '`':
		return repeated("`"), true
	case '.', '\'':
		m := repeated(string(b))
		return m, m > 1
	case '-':
		if m := repeated("-"); m > 1 {
			return m, true
		}
		// A minus sign belongs to its number, a hyphen to its word.
		return 1, last || first && !isDigitAt(text, w, i+1)
	case '*', '_', '=':
		m := repeated(string(b))
		return m, m > 1 || first || last
	case ',', ':':
		return 1, !isDigitAt(text, w, i-1) || !isDigitAt(text, w, i+1)
	case '&':
		if m := entityLen(text[i:w.End]); m > 0 {
			return m, apostropheLen(text[i:w.End]) != m
		}
		return 1, first || last
	case '/', '\\':
		return 1, first || last
	case '#':
		return 1, !first || last || isDigitAt(text, w, i+1)
	case '$':
		return 1, !isLetterAt(text, w, i+1)
	}
	return 1, strings.IndexByte(`%;"()[]{}<>|^+~`, text[i]) >= 0
}

// isCountry reports whether s tells whose dollars are meant.
func isCountry(s string) bool {
	switch s {
	case "US", "A", "AU", "C", "CA", "HK", "NZ", "S", "NT", "R":
		return true
	}
	return false
}

// pictureLen is the length of the run of pictographs that s begins with, with
// the joiners, selectors and skin tones between them.
func pictureLen(s string) int {
	for i, r := range s {
		if !unicode.In(r, unicode.So, unicode.Sk, unicode.Mn) && r != '\u200d' && !unicode.Is(unicode.Variation_Selector, r) {
			return i
		}
	}
	return len(s)
}

// maxEntity is the length in bytes of the longest entity that news holds.
const maxEntity = len("&hellip;") + 1

// entityLen is the length of the HTML entity that s begins with, or 0.
func entityLen(s string) int {
	end := strings.IndexByte(s[:min(len(s), maxEntity)], ';')
	if end < len("&lt") {
		return 0
	}
	for i := 1; i < end; i++ {
		if !isAlnumByte(s[i]) && (s[i] != '#' || i > 1) {
			return 0
		}
	}
	return end + 1
}

func isDigitAt(text string, w pipeline.Span, i int) bool {
	return w.Start <= i && i < w.End && isDigit(text[i])
}

func isLetterAt(text string, w pipeline.Span, i int) bool {
	return i < w.End && isAlnumByte(text[i]) && !isDigit(text[i])
}

// linkLen is the length of the web or mail address that s begins with, without
// the punctuation that ends a sentence or closes a bracket; 0 if there is none.
func linkLen(s string) int {
	scheme := strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "www.")
	if !scheme {
		return 0
	}
	end := len(s)
	if i := strings.IndexAny(s, "\"<>“”’—…"); i >= 0 {
		end = i
	}
	if trimmed := len(strings.TrimRight(s[:end], ".,;:!?)]'")); trimmed > len("www.") {
		return trimmed
	}
	return 0
}
