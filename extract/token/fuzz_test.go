package token_test

import (
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"
)

func FuzzTokens(f *testing.F) {
	for _, c := range cases {
		f.Add(strings.ReplaceAll(c.text, "|", ""))
	}
	f.Add("\ufeff'“’.'&rsquo;&rsquo;s.’’…….-'-.")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		d := tokenize(t, text)
		// What no token covers is blank: letters, digits and marks never are.
		at := 0
		covered := func(end int) {
			for _, r := range text[at:end] {
				if unicode.In(r, unicode.L, unicode.N, unicode.P, unicode.S) {
					t.Errorf("no token covers %q in %q", r, text[at:end])
				}
			}
		}
		for _, tok := range d.Tokens {
			covered(tok.Start)
			at = tok.End
			if s := d.Slice(tok.Span); strings.ContainsAny(s, " \t\r\n\u00a0\u200b\ufeff") {
				t.Errorf("token %q holds a blank", s)
			}
		}
		covered(len(text))
	})
}

// Debris without blanks must take time in proportion to its length.
func TestLongWords(t *testing.T) {
	for _, unit := range []string{"(", "'", ".", "'s", "a.", "-", "…", "n't", "a'", "&", "&a", "http://", "aa.Aa", "👍", "#", "x—", "'s,"} {
		text := strings.Repeat(unit, 300_000/len(unit))
		start := time.Now()
		tokenize(t, text)
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%d KB of %q took %v", len(text)/1000, unit, took)
		}
	}
}
