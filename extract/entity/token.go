package entity

import (
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/extract/learn"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

// A token is what the templates see of a token: ids of its forms and of what
// earlier stages say.
type token struct {
	exact, lower, lemma uint32 // digits as 0
	s2, s3, s4, p2, p3  uint32 // suffixes and prefixes of lower
	shape, runs         uint32 // classes of characters, all and without repetitions
	tag                 uint32
	flags               uint32 // traits, see below
	lists               uint32 // gazetteers that hold it, see gazetteer
	word                int32  // number of the word in article.words, -1 if never capitalised
	span                int32  // number of its capitalised span, -1 if in none
}

// Traits of a token.
const (
	hasUpper = 1 << iota
	startsUpper
	initial  // first of its sentence
	headline // its sentence is mostly capitalised
)

// tokenReader turns tokens into ids; its buffers serve again and again.
type tokenReader struct {
	exact, lower []byte
}

func (r *tokenReader) read(surface string, t *pipeline.Token) token {
	r.exact, r.lower = r.exact[:0], r.lower[:0]
	tok := token{tag: learn.ID(t.Tag), lemma: learn.ID(t.Lemma), word: -1, span: -1}
	n, last := 0, byte(0)
	for _, c := range surface {
		kind := byte('o')
		switch {
		case c == '’' || c == '\'':
			c, kind = '\'', '\''
		case unicode.IsUpper(c) || unicode.IsTitle(c):
			kind = 'X'
			tok.flags |= hasUpper
			if n == 0 {
				tok.flags |= startsUpper
			}
		case unicode.IsLetter(c):
			kind = 'x'
		case unicode.IsDigit(c):
			c, kind = '0', 'd'
		case c < utf8.RuneSelf:
			kind = byte(c)
		}
		if n < 12 {
			tok.shape = tok.shape*31 + uint32(kind)
		}
		if kind != last {
			tok.runs = tok.runs*31 + uint32(kind)
		}
		last = kind
		n++
		r.exact = utf8.AppendRune(r.exact, c)
		r.lower = utf8.AppendRune(r.lower, unicode.ToLower(c))
	}
	tok.exact, tok.lower = learn.ID(r.exact), learn.ID(r.lower)
	tok.s2, tok.s3, tok.s4 = suffix(r.lower, 2), suffix(r.lower, 3), suffix(r.lower, 4)
	tok.p2, tok.p3 = prefix(r.lower, 2), prefix(r.lower, 3)
	if tok.flags&hasUpper != 0 {
		tok.lists = gazetteer()[tok.lower]
	}
	return tok
}

// suffix is the id of the last n characters of s.
func suffix(s []byte, n int) uint32 {
	at := len(s)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRune(s[:at])
		at -= size
	}
	return learn.ID(s[at:])
}

// prefix is the id of the first n characters of s.
func prefix(s []byte, n int) uint32 {
	at := 0
	for ; n > 0 && at < len(s); n-- {
		_, size := utf8.DecodeRune(s[at:])
		at += size
	}
	return learn.ID(s[:at])
}

func hasWordCharacter(s string) bool {
	for _, c := range s {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return true
		}
	}
	return false
}
