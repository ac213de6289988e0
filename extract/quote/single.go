package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// singleMark reads token i, a single mark or apostrophe standing as a token
// of its own. An apostrophe that cannot be a quotation mark is not ok.
func (p *pairer) singleMark(i int, s string, before, after rune) (mark, bool) {
	m := mark{token: i, family: single, side: spaced(before, after)}
	switch {
	case blank(before) && blank(after):
		return m, false
	case m.side == opening && unicode.IsDigit(after):
		return m, s == "‘" || s == "'" // ’90s is no quotation; ‘24 hours’ may be
	case m.side == opening && s == "’" && !elision(p.rest(i)):
		return m, true
	case m.side == opening:
		return m, !elision(p.rest(i))
	case m.side == closing:
		return m, s != "‘"
	}
	// Between two letters it is an apostrophe; between a mark and a letter it
	// may open.
	if unicode.IsLetter(before) || unicode.IsDigit(before) {
		return m, false
	}
	if before == '"' || before == '”' {
		m.side = opening
	}
	return m, true
}

// rest is the text after token i, as far as it matters.
func (p *pairer) rest(i int) string {
	t := p.doc.Tokens[i]
	return p.doc.Text[t.End:min(len(p.doc.Text), t.End+8)]
}

// elision reports whether a text after an apostrophe is a word that drops its
// beginning: 'em, 'til, 'cause, 'twas, 'n'.
func elision(s string) bool {
	word := s
	for i, r := range s {
		if !unicode.IsLetter(r) {
			word = s[:i]
			break
		}
	}
	switch strings.ToLower(word) {
	case "em", "til", "twas", "tis", "cause", "bout", "n", "round", "cuz", "s", "ve", "re", "ll", "d", "m", "t":
		return true
	}
	return false
}

// pairSingles keeps only the single marks that pair within the paragraph: an
// apostrophe misread as a mark must not open or close anything. A closing mark
// after a plural s ("the voters' choice") closes only if no better one comes.
func (p *pairer) pairSingles(marks []mark) []mark {
	keep := make([]bool, len(marks))
	for i := range marks {
		if marks[i].family != single {
			keep[i] = true
		}
	}
	for i := 0; i < len(marks); i++ {
		if marks[i].family != single || marks[i].side == closing {
			continue
		}
		j := p.singleCloser(marks, i)
		if j < 0 {
			continue
		}
		marks[i].side, marks[j].side = opening, closing
		keep[i], keep[j] = true, true
		i = j
	}
	out := marks[:0]
	for i, m := range marks {
		if keep[i] {
			out = append(out, m)
		}
	}
	return out
}

// singleCloser finds the mark that closes the single mark i, -1 if none does.
// It does not look beyond a double mark that closes a quotation opened before.
func (p *pairer) singleCloser(marks []mark, i int) int {
	doubles, possessive := 0, -1
	for j := i + 1; j < len(marks); j++ {
		m := marks[j]
		if m.family == double {
			switch {
			case m.side == opening || m.side == either && doubles == 0 && !p.insideDouble(marks, i):
				doubles++
			case doubles > 0:
				doubles--
			default:
				return possessive
			}
			continue
		}
		if m.family != single {
			continue
		}
		if m.side == opening {
			if possessive >= 0 {
				return possessive
			}
			continue // nested single in single does not occur: the outer was an apostrophe
		}
		if p.pluralPossessive(m.token) {
			if possessive < 0 {
				possessive = j
			}
			continue
		}
		return j
	}
	return possessive
}

// insideDouble reports whether an odd number of double marks stands before i.
func (p *pairer) insideDouble(marks []mark, i int) bool {
	odd := false
	for _, m := range marks[:i] {
		if m.family == double {
			odd = !odd
		}
	}
	return odd
}

// pluralPossessive reports whether the mark at token i may be the apostrophe of
// a plural: it follows an s and a word goes on after it.
func (p *pairer) pluralPossessive(i int) bool {
	before, after := p.neighbours(i)
	if before != 's' && before != 'S' || !blank(after) {
		return false
	}
	t := p.doc.Tokens[i]
	next := strings.TrimLeftFunc(p.doc.Text[t.End:], unicode.IsSpace)
	r, _ := utf8.DecodeRuneInString(next)
	return unicode.IsLower(r) || unicode.IsDigit(r)
}
