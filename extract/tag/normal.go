package tag

import (
	"strings"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// appendNormal appends the token at s as the Penn Treebank would write it:
// quotation marks by their direction, plain apostrophes, -- for dashes.
func appendNormal(b []byte, text string, s pipeline.Span) []byte {
	switch token := text[s.Start:s.End]; token {
	case "“", "„", "«":
		return append(b, "``"...)
	case "”", "»":
		return append(b, "''"...)
	case `"`:
		if opens(text, s) {
			return append(b, "``"...)
		}
		return append(b, "''"...)
	case "''":
		return append(b, "''"...)
	case "'":
		if opens(text, s) {
			return append(b, '`')
		}
		return append(b, '\'')
	case "‘":
		return append(b, '`')
	case "—", "–", "―", "---":
		return append(b, "--"...)
	case "…", ". . .", "....":
		return append(b, "..."...)
	default:
		if strings.IndexFunc(token, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
			return append(b, token...)
		}
		for _, r := range token {
			switch r {
			case '’', '‘':
				b = append(b, '\'')
			case '–', '—', '‑':
				b = append(b, '-')
			case '\u00a0':
				b = append(b, ' ')
			default:
				b = utf8.AppendRune(b, r)
			}
		}
		return b
	}
}

// opens reports whether a straight mark at s opens a quotation: something
// follows it closely, and nothing that could end one stands before it.
func opens(text string, s pipeline.Span) bool {
	if s.Start == 0 {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(text[:s.Start])
	return strings.ContainsRune(" \t\n\r\u00a0([{-–—“‘", before)
}
