package tag

import (
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/extract/learn"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

// A word is what the templates see of a token: ids of its forms.
type word struct {
	exact, lower uint32 // digits as 0
	s1, s2, s3   uint32 // suffixes of lower
	s4           uint32
	p1, p3       uint32 // prefixes of lower
	shape        uint32 // classes of up to twelve characters
	runs         uint32 // shape without repetitions
	flags        uint32 // traits, see below
	class        uint32 // set of tags it is seen with, 0 if rare
	only         int16  // its one tag, or several
}

// several is the word.only of a word that has not just one tag.
const several = -1

// Traits of a word.
const (
	hasUpper = 1 << iota
	hasLower
	hasDigit
	hasHyphen
	endsInDot
	startsUpper
	allUpper
	initial  // first of its sentence
	headline // its sentence is mostly capitalised
)

// words are the words of a document.
type words struct {
	all   []word
	text  []byte // normalised lower-case forms, one after another
	ends  []int  // end of each form in text
	exact []byte // scratch
}

// lower is the normalised lower-case form of word i.
func (w *words) lower(i int) []byte {
	start := 0
	if i > 0 {
		start = w.ends[i-1]
	}
	return w.text[start:w.ends[i]]
}

// read looks at every token of d.
func (x *lexicon) read(d *pipeline.Document) *words {
	w := &words{
		all:  make([]word, len(d.Tokens)),
		text: make([]byte, 0, len(d.Text)+len(d.Text)/16),
		ends: make([]int, len(d.Tokens)),
	}
	for i := range d.Tokens {
		x.readWord(d, i, w)
	}
	for _, s := range d.Sentences {
		capitals, small := 0, 0
		for i := s.First; i < s.Last; i++ {
			switch f := w.all[i].flags; {
			case f&startsUpper != 0:
				capitals++
			case f&hasLower != 0:
				small++
			}
		}
		w.all[s.First].flags |= initial
		if capitals > 2*small {
			for i := s.First; i < s.Last; i++ {
				w.all[i].flags |= headline
			}
		}
	}
	return w
}

func (x *lexicon) readWord(d *pipeline.Document, i int, w *words) {
	w.exact = appendNormal(w.exact[:0], d.Text, d.Tokens[i].Span)
	start := len(w.text)
	shape, runs, flags := uint32(0), uint32(0), uint32(0)
	last, n := byte(0), 0
	for rest := w.exact; len(rest) > 0; n++ {
		r, size := utf8.DecodeRune(rest)
		rest = rest[size:]
		kind := byte('o')
		switch {
		case r < utf8.RuneSelf:
			kind = asciiKind(byte(r))
		case unicode.IsUpper(r), unicode.IsTitle(r):
			kind = 'X'
		case unicode.IsLower(r):
			kind = 'x'
		case unicode.IsDigit(r):
			kind = 'd'
		}
		switch kind {
		case 'X':
			flags |= hasUpper
			if n == 0 {
				flags |= startsUpper
			}
			r = unicode.ToLower(r)
		case 'x':
			flags |= hasLower
		case 'd':
			flags |= hasDigit
		case '-':
			flags |= hasHyphen
		}
		if n < 12 {
			shape = shape*31 + uint32(kind)
		}
		if kind != last {
			runs = runs*31 + uint32(kind)
		}
		last = kind
		w.text = utf8.AppendRune(w.text, r)
	}
	if flags&(hasUpper|hasLower) == hasUpper && n > 1 {
		flags |= allUpper
	}
	if last == '.' {
		flags |= endsInDot
	}
	w.ends[i] = len(w.text)

	lower := w.text[start:]
	f := word{
		exact: digitless(w.exact), lower: digitless(lower),
		s1: suffix(lower, 1), s2: suffix(lower, 2), s3: suffix(lower, 3), s4: suffix(lower, 4),
		p1: prefix(lower, 1), p3: prefix(lower, 3),
		shape: shape, runs: runs, flags: flags, only: several,
	}
	if tag, ok := x.only.Get(f.exact); ok {
		f.only = int16(tag)
	}
	if set, ok := x.classes.Get(f.lower); ok {
		f.class = uint32(set) ^ uint32(set>>32)*0x9E3779B1
	}
	w.all[i] = f
}

// asciiKind is the shape of a character: X, x, d, or itself.
func asciiKind(c byte) byte {
	switch {
	case 'A' <= c && c <= 'Z':
		return 'X'
	case 'a' <= c && c <= 'z':
		return 'x'
	case '0' <= c && c <= '9':
		return 'd'
	}
	return c
}

// digitless is the id of s with all digits as 0.
func digitless(s []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range s {
		if '0' <= c && c <= '9' {
			c = '0'
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

// suffix is the id of the last n characters of s, told from those of another n.
func suffix(s []byte, n int) uint32 {
	at := len(s)
	for range n {
		if at == 0 {
			return uint32(n)
		}
		_, size := utf8.DecodeLastRune(s[:at])
		at -= size
	}
	return learn.ID(s[at:])
}

func prefix(s []byte, n int) uint32 {
	at := 0
	for range n {
		if at == len(s) {
			return uint32(n)
		}
		_, size := utf8.DecodeRune(s[at:])
		at += size
	}
	return learn.ID(s[:at])
}
