package quote

import (
	"unicode"
	"unicode/utf8"
)

// A family is a set of marks that open and close one another. Houses mix
// straight and curly marks, so both are one family.
type family uint8

const (
	double family = iota
	single
	guillemet
	singleGuillemet
)

// runsOn reports whether quotations of the family may go on in the next
// paragraph. Single marks may, in British style; but an apostrophe read as an
// opening mark would swallow an article, so they may not.
func (f family) runsOn() bool { return f != single }

// A side is what a mark can do where it stands.
type side uint8

const (
	either side = iota
	opening
	closing
	taken // dealt with already
)

// A mark is a token that is a quotation mark.
type mark struct {
	token  int
	family family
	side   side
}

// marks finds the quotation marks of one paragraph and the side of each, by
// its shape and by the characters beside it.
func (p *pairer) marks(r tokenRange) []mark {
	var out []mark
	d := p.doc
	for i := r.first; i < r.last; i++ {
		t := d.Tokens[i]
		if t.Len() > 6 {
			continue
		}
		s := d.Text[t.Start:t.End]
		before, after := p.neighbours(i)
		switch s {
		case `"`, "''", "``", "＂":
			m := mark{token: i, family: double, side: spaced(before, after)}
			if s == "``" {
				m.side = opening
			}
			out = append(out, m)
		case "“", "„", "‟":
			m := mark{token: i, family: double, side: opening}
			// German style closes with the mark that English opens with.
			if s == "“" && spaced(before, after) == closing && closesLow(out) {
				m.side = closing
			}
			out = append(out, m)
		case "”":
			m := mark{token: i, family: double, side: closing}
			// Careless typing opens with a closing mark: trust the blanks.
			if spaced(before, after) == opening {
				m.side = either
			}
			out = append(out, m)
		case "«", "»":
			m := mark{token: i, family: guillemet, side: spaced(before, after)}
			if m.side == either {
				m.side = map[string]side{"«": opening, "»": closing}[s]
			}
			out = append(out, m)
		case "‹", "›":
			m := mark{token: i, family: singleGuillemet, side: spaced(before, after)}
			if m.side == either {
				m.side = map[string]side{"‹": opening, "›": closing}[s]
			}
			out = append(out, m)
		case "'", "‘", "’", "‚", "`", "‛":
			if m, ok := p.singleMark(i, s, before, after); ok {
				out = append(out, m)
			}
		}
	}
	return p.pairSingles(out)
}

// closesLow reports whether the last double mark so far is a low opening one.
func closesLow(marks []mark) bool {
	for i := len(marks) - 1; i >= 0; i-- {
		if marks[i].family == double {
			return marks[i].side == opening
		}
	}
	return false
}

// neighbours are the characters before and after token i, blanks at the edges
// of the text.
func (p *pairer) neighbours(i int) (before, after rune) {
	before, after = ' ', ' '
	t := p.doc.Tokens[i]
	if t.Start > 0 {
		before, _ = utf8.DecodeLastRuneInString(p.doc.Text[:t.Start])
	}
	if t.End < len(p.doc.Text) {
		after, _ = utf8.DecodeRuneInString(p.doc.Text[t.End:])
	}
	return before, after
}

// spaced tells a mark's side by the blanks beside it.
func spaced(before, after rune) side {
	left := blank(before) || opens(before)
	right := blank(after) || closes(after)
	switch {
	case left && !right:
		return opening
	case right && !left:
		return closing
	}
	return either
}

func blank(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }

func opens(r rune) bool {
	switch r {
	case '(', '[', '{', '—', '–', '“', '‘', '„', '«', '‹', '/':
		return true
	}
	return false
}

func closes(r rune) bool {
	switch r {
	case ')', ']', '}', '—', '–', '”', '’', '»', '›', ',', '.', ';', ':', '?', '!', '…':
		return true
	}
	return false
}
