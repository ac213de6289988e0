package attribute

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/extract/learn"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

// none marks an absent token or quotation.
const none = -1

// class holds what feature functions ask of a token again and again.
type class uint16

const (
	verb class = 1 << iota
	auxiliary
	finite
	noun // may end a noun phrase
	nominal
	adverb
	comma
	terminal
	dash
	colon
	opens  // opens an outermost quotation
	closes // closes one
	bracket
	wordy // holds a letter or digit
	that
	upper
)

// A token is a token of the document as features see it: words are ids.
type token struct {
	word, lemma, pos uint32
	suffix2, suffix3 uint32
	class            class
	name             uint8 // type of the mention that holds it plus 1, 0 for none
	quote            int32 // outermost quotation that holds it, or none
	segment          int32 // number of the stretch between punctuation marks
	verbs, commas    int32 // verbs and commas before it in the document
	thats            int32 // words "that" before it in the document
}

func (t *token) is(c class) bool { return t.class&c != 0 }

// A sentence is a sentence of the document with what its quotations tell.
type sentence struct {
	first, last int
	paragraph   int
	part        pipeline.PartKind
	quoted      uint32 // share of its words in quotations: 0 none to 4 all
	starts      bool   // it begins within a quotation or with its mark
	ends        bool   // it ends so
}

func (s *sentence) len() int { return s.last - s.first }

// A view is a document as the models see it, worked out once.
type view struct {
	doc       *pipeline.Document
	tokens    []token
	sentences []sentence
	of        []int32 // sentence of each token
	segments  []int32 // first token of each segment
	quotes    []pipeline.Quote

	// Nearest token of a kind before and after each, within the sentence, or
	// none.
	nounBefore, nounAfter []int32
	verbBefore, verbAfter []int32
	markBefore, markAfter []int32
}

// outside stands for the tokens around a sentence.
var outside = token{word: learn.ID("<none>"), lemma: learn.ID("<none>"), pos: learn.ID("<none>"), quote: none}

func (v *view) reset(d *pipeline.Document) {
	n := len(d.Tokens)
	v.doc, v.quotes = d, d.Quotes
	v.tokens = grow(v.tokens, n)
	v.of = grow(v.of, n)
	for _, p := range []*[]int32{&v.nounBefore, &v.nounAfter, &v.verbBefore, &v.verbAfter, &v.markBefore, &v.markAfter} {
		*p = grow(*p, n)
	}
	for i := range d.Tokens {
		v.tokens[i] = read(d, i)
	}
	for _, m := range d.Mentions {
		for i := m.First; i < m.Last; i++ {
			v.tokens[i].name = uint8(m.Type) + 1
			v.tokens[i].class |= nominal
		}
	}
	for q := range d.Quotes {
		v.mark(q)
	}
	v.sentences = v.sentences[:0]
	v.segments = v.segments[:0]
	for _, s := range d.Sentences {
		v.sentence(s)
	}
}

// grow is a slice of length n, reusing s if it is large enough.
func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

// mark notes an outermost quotation at its tokens.
func (v *view) mark(q int) {
	quote := v.doc.Quotes[q]
	if quote.Depth > 0 {
		return
	}
	for i := quote.First; i < quote.Last; i++ {
		v.tokens[i].quote = int32(q)
	}
	if quote.Inner.Start > quote.Start {
		v.tokens[quote.First].class |= opens
	}
	if quote.Closed {
		v.tokens[quote.Last-1].class |= closes
	}
}

// sentence adds a sentence and fills what its tokens know of their
// neighbours.
func (v *view) sentence(s pipeline.Sentence) {
	words, quoted := 0, 0
	lastNoun, lastVerb, lastMark := int32(none), int32(none), int32(none)
	var count token
	if s.First > 0 {
		count = v.tokens[s.First-1]
		v.count(&count)
	}
	for i := s.First; i < s.Last; i++ {
		t := &v.tokens[i]
		v.of[i] = int32(len(v.sentences))
		if i == s.First || v.breaks(i) {
			v.segments = append(v.segments, int32(i))
		}
		t.segment = int32(len(v.segments) - 1)
		t.verbs, t.commas, t.thats = count.verbs, count.commas, count.thats
		count = *t
		v.count(&count)
		v.nounBefore[i], v.verbBefore[i], v.markBefore[i] = lastNoun, lastVerb, lastMark
		switch {
		case t.is(opens | closes):
			lastMark = int32(i)
		case t.is(noun):
			lastNoun = int32(i)
		case t.is(verb):
			lastVerb = int32(i)
		}
		if t.is(wordy) {
			words++
			if t.quote != none {
				quoted++
			}
		}
	}
	lastNoun, lastVerb, lastMark = none, none, none
	for i := s.Last - 1; i >= s.First; i-- {
		t := &v.tokens[i]
		v.nounAfter[i], v.verbAfter[i], v.markAfter[i] = lastNoun, lastVerb, lastMark
		switch {
		case t.is(opens | closes):
			lastMark = int32(i)
		case t.is(noun):
			lastNoun = int32(i)
		case t.is(verb):
			lastVerb = int32(i)
		}
	}
	out := sentence{first: s.First, last: s.Last, paragraph: s.Paragraph, part: s.Part, starts: v.tokens[s.First].quote != none, ends: v.tokens[s.Last-1].quote != none}
	switch quoted {
	case 0:
	case words:
		out.quoted = 4
	default:
		out.quoted = uint32(1 + min(2, 3*quoted/words))
	}
	v.sentences = append(v.sentences, out)
}

// count moves running counts past token t.
func (v *view) count(t *token) {
	if t.is(verb) {
		t.verbs++
	}
	if t.is(comma) {
		t.commas++
	}
	if t.is(that) {
		t.thats++
	}
}

// breaks reports whether a new segment begins at i: behind a mark of
// punctuation, or at a quotation mark that opens.
func (v *view) breaks(i int) bool {
	const cuts = comma | colon | dash | terminal | closes | bracket
	before, t := &v.tokens[i-1], &v.tokens[i]
	return before.is(cuts) && !t.is(closes|comma) || t.is(opens)
}

// at is token i if it lies in the sentence, else the token outside.
func (v *view) at(s *sentence, i int) *token {
	if i < s.first || i >= s.last {
		return &outside
	}
	return &v.tokens[i]
}

// read looks at one token.
func read(d *pipeline.Document, i int) token {
	text := d.Slice(d.Tokens[i].Span)
	tag := d.Tokens[i].Tag
	t := token{word: wordID(text), lemma: wordID(d.Tokens[i].Lemma), pos: learn.ID(tag), quote: none}
	t.suffix2, t.suffix3 = suffix(text, 2), suffix(text, 3)
	t.class = classify(text, tag, d.Tokens[i].Lemma)
	return t
}

// wordID is the id of a word without regard to case, the digits in it and the
// form of its apostrophe.
func wordID(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		case c >= '0' && c <= '9':
			c = '0'
		case c == 0xe2 && strings.HasPrefix(s[i:], "’"):
			c = '\''
			i += 2
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

func suffix(s string, n int) uint32 { return wordID(s[max(0, len(s)-n):]) }

func classify(text, tag, lemma string) class {
	c, _ := utf8.DecodeRuneInString(text)
	var out class
	if unicode.IsLetter(c) || unicode.IsDigit(c) || len(text) > 2 && strings.IndexFunc(text, unicode.IsLetter) >= 0 {
		out |= wordy
	}
	if unicode.IsUpper(c) {
		out |= upper
	}
	switch text {
	case ",":
		return out | comma
	case ".", "!", "?", ";":
		return out | terminal
	case "-", "--", "—", "–", "―", "---":
		return out | dash
	case ":":
		return out | colon
	case "(", ")", "[", "]":
		return out | bracket
	}
	switch tag {
	case "VBD", "VBZ", "VBP":
		out |= verb | finite
	case "VB", "VBG", "VBN":
		out |= verb
	case "MD":
		out |= finite | auxiliary
	case "NN", "NNS", "NNP", "NNPS":
		out |= noun | nominal
	case "PRP", "WP", "WDT":
		out |= noun
	case "CD", "JJ", "JJR", "JJS", "DT", "PDT", "PRP$", "POS", "$", "FW":
		out |= nominal
	case "RB", "RBR":
		out |= adverb
	}
	if out&verb != 0 {
		switch lemma {
		case "be", "have", "do":
			out |= auxiliary
		}
	}
	if (text == "that" || text == "That") && (tag == "IN" || tag == "WDT" || tag == "DT") {
		out |= that
	}
	return out
}
