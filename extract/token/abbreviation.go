package token

import (
	_ "embed"
	"strings"
)

//go:embed abbreviations.txt
var abbreviationsText string

// An abbreviationUse says where an abbreviation keeps its full stop.
type abbreviationUse uint8

const (
	keepAlways      abbreviationUse = iota + 1
	keepBeforeDigit                 // "No. 5", but "No."
	keepAfterComma                  // "Portland, Me.", but "Me."
)

// abbreviations maps an abbreviation without its last full stop to its use.
var abbreviations = readAbbreviations(abbreviationsText)

func readAbbreviations(text string) map[string]abbreviationUse {
	uses := make(map[string]abbreviationUse)
	use := keepAlways
	for line := range strings.Lines(text) {
		switch line = strings.TrimSpace(line); line {
		case "[always]":
			use = keepAlways
		case "[before digit]":
			use = keepBeforeDigit
		case "[after comma]":
			use = keepAfterComma
		default:
			if strings.HasPrefix(line, "#") {
				continue
			}
			for w := range strings.FieldsSeq(line) {
				uses[w] = use
			}
		}
	}
	return uses
}

// keepsPeriod reports whether the full stop at the end of text[start:end]
// belongs to the word before it: initials and abbreviations, alone or as the
// last part of a hyphenated word.
func keepsPeriod(text string, start, end int) bool {
	s := text[start : end-1]
	if i := strings.LastIndexAny(s, "-‐‑/"); i >= 0 {
		before := s[:i]
		s = strings.TrimLeft(s[i:], "-‐‑/")
		if isAbbreviated(s) {
			return true
		}
		// R-Ore., D-Mass.: a party before its state.
		return len(before) <= 1 && abbreviations[s] == keepAfterComma
	}
	for { // quotation marks and elided letters before an initial
		n := apostropheLen(s)
		if n == 0 {
			break
		}
		s = s[n:]
	}
	if isAbbreviated(s) {
		return true
	}
	switch abbreviations[s] {
	case keepBeforeDigit:
		rest := strings.TrimLeft(text[end:], " \u00a0")
		return rest != "" && isDigit(rest[0])
	case keepAfterComma:
		before := strings.TrimRight(text[:start], " \u00a0")
		return strings.HasSuffix(before, ",") || strings.HasSuffix(before, "(")
	}
	return false
}

// isAbbreviated reports whether s, which a full stop follows, is initials
// ("J", "U.S", "R-S.C", "Ph.D") or an abbreviation that always keeps its stop.
func isAbbreviated(s string) bool {
	if len(s) > maxAbbreviation {
		return false
	}
	if abbreviations[s] == keepAlways {
		return true
	}
	if len(s) == 1 {
		return 'A' <= s[0] && s[0] <= 'Z'
	}
	// Letters parted by full stops; the first part may be two letters long.
	for i := 0; ; {
		n := i
		for n < len(s) && isAlnumByte(s[n]) && !isDigit(s[n]) {
			n++
		}
		switch {
		case n == i || n-i > 2, n-i == 2 && (i > 0 || n == len(s)):
			return false
		case n == len(s):
			return true
		case s[n] != '.':
			return false
		}
		i = n + 1
	}
}

// maxAbbreviation is more than any abbreviation is long.
const maxAbbreviation = 16
