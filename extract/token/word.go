package token

import (
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// A word is a run of text without blanks.
type word struct {
	pipeline.Span
	plain bool  // nothing but ASCII letters and digits
	odd   bool  // holds a letter whose lower case has another length
	cuts  []int // offsets in the text at which prose cuts it
}

// split finds the words of text.
func split(text string) []word {
	words := make([]word, 0, len(text)/bytesPerToken+1)
	for i := 0; i < len(text); {
		if n := blankLen(text, i); n > 0 {
			i += n
			continue
		}
		w := word{Span: pipeline.Span{Start: i}, plain: true}
		for i < len(text) {
			if b := text[i]; b < utf8.RuneSelf {
				if b <= ' ' || b == 0x7f {
					break
				}
				w.plain = w.plain && isAlnumByte(b)
				i++
				continue
			}
			r, n := utf8.DecodeRuneInString(text[i:])
			if isBlank(r) {
				break
			}
			w.plain = false
			w.odd = w.odd || utf8.RuneLen(unicode.ToLower(r)) != n
			i += n
		}
		w.End = i
		words = append(words, w)
	}
	return words
}

// blankLen is the length of the blank at offset i, 0 if there is none.
func blankLen(text string, i int) int {
	if b := text[i]; b < utf8.RuneSelf {
		if b <= ' ' || b == 0x7f {
			return 1
		}
		return 0
	}
	if r, n := utf8.DecodeRuneInString(text[i:]); isBlank(r) {
		return n
	}
	return 0
}

// isBlank reports whether r separates words without being part of one: white
// space, control characters, and characters of no width except the joiners
// that stand within words and emoji.
func isBlank(r rune) bool {
	switch {
	case r == '\u200b', r == '\u200e', r == '\u200f', r == '\ufeff':
		return true
	case '\u202a' <= r && r <= '\u202e', '\u2060' <= r && r <= '\u206f':
		return true
	}
	return unicode.IsSpace(r) || unicode.IsControl(r)
}

func isAlnumByte(b byte) bool {
	return isDigit(b) || 'a' <= b|0x20 && b|0x20 <= 'z'
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }
