package token

import "strings"

// cliticAt is the offset at which the last clitic of s begins, -1 if s does
// not end in one.
func cliticAt(s string) int {
	// The apostrophe is one of the last few characters or there is no clitic.
	for tail := 1; tail <= 2 && tail < len(s); tail++ {
		n := closingApostropheLen(s[:len(s)-tail])
		if n == 0 {
			continue
		}
		at := len(s) - tail - n
		switch lower := strings.ToLower(s[len(s)-tail:]); lower {
		case "t":
			// n't takes the n of its word along: do|n't, wo|n't.
			if at > 0 && s[at-1]|0x20 == 'n' {
				return at - 1
			}
			return -1
		case "s", "re", "ve", "ll", "d", "m":
			return at
		}
	}
	return -1
}

// isClitic reports whether s is one or more clitics and nothing else.
func isClitic(s string) bool {
	for len(s) > 0 {
		at := cliticAt(s)
		if at < 0 {
			return false
		}
		s = s[:at]
	}
	return true
}

// isElision reports whether s is a word that is written with an apostrophe
// where letters are left out at its start or end.
func isElision(s string) bool {
	n := apostropheLen(s)
	m := closingApostropheLen(s)
	if len(s) > maxElision || n+m >= len(s) {
		return false
	}
	core := strings.ToLower(s[n : len(s)-m])
	switch {
	case n > 0 && m > 0:
		return core == "n"
	case n > 0:
		switch core {
		case "em", "cause", "til", "till", "tis", "twas", "twere", "n", "cuz", "bout", "round", "nother":
			return true
		}
	case m > 0:
		switch core {
		case "ol", "o", "goin", "doin", "nothin", "somethin", "talkin", "comin", "gettin", "lookin", "th":
			return true
		}
	}
	return false
}

// isDecade reports whether s is a year without its century: 90s, 16.
func isDecade(s string) bool {
	return len(s) >= 2 && len(s) <= 3 && isDigit(s[0]) && isDigit(s[1]) && (len(s) == 2 || s[2] == 's')
}

// maxElision is more than any elision is long, with entities for apostrophes.
const maxElision = 24

// fusedLen is the length of the first of two words that s fuses, or 0.
func fusedLen(s string) int {
	if len(s) < len("lemme") || len(s) > len("cannot") {
		return 0
	}
	switch strings.ToLower(s) {
	case "cannot", "gonna", "gotta", "wanna", "gimme", "lemme":
		return 3
	}
	return 0
}

func isFused(s string) bool { return fusedLen(s) > 0 }
