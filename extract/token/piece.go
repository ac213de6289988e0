package token

import (
	"strings"
	"unicode/utf8"
)

// piece cuts text that holds no mark that always stands alone: what is left
// to decide are apostrophes, full stops, and the cuts that prose proposes.
func (c *cutter) piece(start, end int, cuts []int) {
	if start >= end {
		return
	}
	core := c.trimEnd(start, end)
	core = max(core, start)
	lo := c.trimStart(start, core)
	c.emitMarks(start, lo)
	c.core(lo, core, cuts)
	c.emitMarks(core, end)
}

// trimEnd gives the end of text[start:end] without the full stop, apostrophes
// and quotation marks behind it.
func (c *cutter) trimEnd(start, end int) int {
	for start < end {
		s := c.text[start:end]
		if s[len(s)-1] == '.' {
			if keepsPeriod(c.text, start, end) {
				return end
			}
			end--
			continue
		}
		n := closingApostropheLen(s)
		if n == 0 || isElision(s) {
			return end
		}
		end -= n
	}
	return end
}

// trimStart gives the start of text[start:end] without the quotation marks
// before it. An apostrophe stays when letters are left out after it ("’90s",
// "’em") or it begins a clitic that was cut off by blanks or a mark.
func (c *cutter) trimStart(start, end int) int {
	for start < end {
		s := c.text[start:end]
		n := apostropheLen(s)
		if n == 0 || n == len(s) || isDecade(s[n:]) || isElision(s) || isClitic(s) {
			return start
		}
		start += n
	}
	return start
}

// core emits a piece without the punctuation around it, which may be two
// sentences glued together.
func (c *cutter) core(start, end int, cuts []int) {
	if !strings.ContainsAny(c.text[start:end], "/@") {
		for i := gluedAt(c.text[start:end]); i > 0; i = gluedAt(c.text[start:end]) {
			c.unit(start, start+i, cuts)
			c.emit(start+i, start+i+1)
			start += i + 1
		}
	}
	c.unit(start, end, cuts)
}

// unit emits a word of which clitics or a second word may have to be cut off.
func (c *cutter) unit(start, end int, cuts []int) {
	if n := fusedLen(c.text[start:end]); n > 0 {
		c.emit(start, start+n)
		c.emit(start+n, end)
		return
	}
	// prose looks for clitics anywhere ("O|'Reilly", "'S|uffering"), so that a
	// cut of its within a piece holds only before a whole clitic; and it knows
	// no 've and 'd, which cliticAt adds, as it does in words prose never saw.
	at := start
	for _, cut := range cuts {
		if at < cut && cut < end && isClitic(c.text[cut:end]) {
			c.clitics(at, cut)
			at = cut
		}
	}
	c.clitics(at, end)
}

// clitics emits text[start:end] with the clitics at its end cut off.
func (c *cutter) clitics(start, end int) {
	i := cliticAt(c.text[start:end])
	if i <= 0 {
		c.emit(start, end)
		return
	}
	c.clitics(start, start+i)
	c.emit(start+i, end)
}

// apostropheLen is the length of the apostrophe that s begins with, or 0.
func apostropheLen(s string) int {
	return prefixLen(s, "'", "’", "‘", "ʼ", "′", "&rsquo;", "&apos;", "&#39;", "&#8217;")
}

// closingApostropheLen is the length of the apostrophe that s ends with, or 0.
func closingApostropheLen(s string) int {
	switch r, n := utf8.DecodeLastRuneInString(s); r {
	case '\'', '’', '‘', 'ʼ', '′':
		return n
	case ';':
		for _, e := range []string{"&rsquo;", "&apos;", "&#39;", "&#8217;"} {
			if strings.HasSuffix(s, e) {
				return len(e)
			}
		}
	}
	return 0
}

// gluedAt finds the full stop of a sentence whose next one follows without a
// blank ("caucus.The"), -1 if there is none. Names of web sites have no
// capitals behind their stops.
func gluedAt(s string) int {
	if len(s) < len("is.It") {
		return -1
	}
	for i := 2; i+2 < len(s); i++ {
		if s[i] == '.' && isLower(s[i-1]) && isLower(s[i-2]) && 'A' <= s[i+1] && s[i+1] <= 'Z' && isLower(s[i+2]) {
			return i
		}
	}
	return -1
}

func isLower(b byte) bool { return 'a' <= b && b <= 'z' }
