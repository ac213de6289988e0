package attribute

import "github.com/hearsay-nlp/hearsay/extract/learn"

// A frame is the grammatical surroundings of a possible cue: its form, what
// stands before it and its nearest noun phrase, and what follows.
type frame struct {
	form    uint32
	subject uint32 // sort of noun phrase right before the verb group
	before  uint32 // what stands before that
	after   uint32 // what follows
	next    uint32 // the word that decided after
	first   int    // first token of verb group and noun phrase
}

// Ids of tags and lemmas that frames ask for.
var (
	tagTo, tagIN, tagPRP, tagVBG, tagVBN = learn.ID("TO"), learn.ID("IN"), learn.ID("PRP"), learn.ID("VBG"), learn.ID("VBN")
	tagRP, tagCC, tagWP, tagWDT, tagWRB  = learn.ID("RP"), learn.ID("CC"), learn.ID("WP"), learn.ID("WDT"), learn.ID("WRB")
	tagJJ, tagRB                         = learn.ID("JJ"), learn.ID("RB")
	idBe, idGet, idHave, idNot, idNt     = learn.ID("be"), learn.ID("get"), learn.ID("have"), learn.ID("not"), learn.ID("n't")
	idNever, idWhether, idIf             = learn.ID("never"), learn.ID("whether"), learn.ID("if")
)

// The forms of a cue.
const (
	formOther uint32 = iota
	formFinite
	formPassive
	formParticiple
	formIng
	formInfinitive
	formNegated
	formNoun
)

// What stands before or after a cue.
const (
	sideNone uint32 = iota
	sideEnd
	sideQuote
	sideColon
	sideComma
	sideCommaQuote
	sideThat
	sideQuestion
	sideTo
	sidePreposition
	sideIng
	sideClause
	sidePhraseThat
	sidePhraseTo
	sidePhraseQuote
	sidePhrase
	sideConjunction
	sideRelative
	sideVerb
	sideOther
)

func (v *view) frame(i int) frame {
	s := &v.sentences[v.of[i]]
	f := frame{first: i}
	f.form, f.first = v.form(s, i)
	f.subject, f.before, f.first = v.subject(s, f.first)
	f.after, f.next = v.after(s, i+1)
	return f
}

// form tells the form of the cue at i and where its verb group begins.
func (v *view) form(s *sentence, i int) (form uint32, first int) {
	t := &v.tokens[i]
	if !t.is(verb) {
		if t.is(noun) {
			return formNoun, i
		}
		return formOther, i
	}
	first = i
	be, have, not, to := false, false, false, false
group:
	for j := i - 1; j >= s.first; j-- {
		u := &v.tokens[j]
		switch {
		case u.is(auxiliary):
			be = be || u.lemma == idBe || u.lemma == idGet
			have = have || u.lemma == idHave
		case u.word == idNot || u.word == idNt || u.word == idNever:
			not = true
		case u.is(adverb):
		case u.pos == tagTo && j == first-1:
			to = true
		default:
			break group
		}
		first = j
	}
	switch {
	case not:
		form = formNegated
	case t.pos == tagVBN && be:
		form = formPassive
	case t.pos == tagVBN && !have:
		form = formParticiple
	case t.pos == tagVBG && !be:
		form = formIng
	case to:
		form = formInfinitive
	default:
		form = formFinite
	}
	return form, first
}

// subject tells the sort of noun phrase that ends before token end, what
// stands before it, and where it begins.
func (v *view) subject(s *sentence, end int) (sort, before uint32, first int) {
	j := end - 1
	for j >= s.first && v.tokens[j].is(adverb) {
		j--
	}
	last := j
	for j >= s.first && v.tokens[j].is(noun|nominal) {
		j--
		if v.tokens[j+1].pos == tagPRP {
			break
		}
	}
	if last == j {
		return 0, v.side(s, j), end
	}
	t := &v.tokens[last]
	switch t.pos {
	case tagPRP:
		sort = 1
	case tagWP, tagWDT:
		sort = 2
	default:
		sort = 3 + uint32(t.name)
	}
	return sort, v.side(s, j), j + 1
}

// side tells what stands before, at token j.
func (v *view) side(s *sentence, j int) uint32 {
	if j < s.first {
		return sideEnd
	}
	t := &v.tokens[j]
	switch {
	case t.is(closes):
		return sideQuote
	case t.is(comma):
		if j > s.first && v.tokens[j-1].is(closes) {
			return sideCommaQuote
		}
		return sideComma
	case t.is(colon):
		return sideColon
	case t.is(that):
		return sideThat
	case t.pos == tagWP || t.pos == tagWDT || t.pos == tagWRB:
		return sideRelative
	case t.pos == tagCC:
		return sideConjunction
	case t.pos == tagTo:
		return sideTo
	case t.pos == tagIN:
		return sidePreposition
	case t.is(verb):
		return sideVerb
	}
	return sideOther
}

// after tells what follows a cue, from token j on, and by which word.
func (v *view) after(s *sentence, j int) (side, word uint32) {
	for j < s.last && (v.tokens[j].is(adverb) || v.tokens[j].pos == tagRP) && v.tokens[j].word != idNot {
		j++
	}
	if j >= s.last {
		return sideEnd, 0
	}
	t := &v.tokens[j]
	switch {
	case t.is(opens):
		return sideQuote, 0
	case t.is(closes), t.is(terminal):
		return sideEnd, 0
	case t.is(colon):
		return sideColon, 0
	case t.is(comma):
		if v.at(s, j+1).is(opens) {
			return sideCommaQuote, 0
		}
		return sideComma, 0
	case t.is(that) && t.pos == tagIN:
		return sideThat, 0
	case t.word == idWhether || t.word == idIf || t.pos == tagWP || t.pos == tagWRB || t.pos == tagWDT:
		return sideQuestion, t.word
	case t.pos == tagTo:
		if v.at(s, j+1).is(verb | adverb) {
			return sideTo, 0
		}
		return sidePreposition, t.word
	case t.pos == tagIN:
		return sidePreposition, t.word
	case t.pos == tagVBG:
		return sideIng, 0
	}
	return v.afterPhrase(s, j)
}

// afterPhrase tells what follows the noun phrase at j, if one begins there.
func (v *view) afterPhrase(s *sentence, j int) (side, word uint32) {
	k := j
	for k < s.last && v.tokens[k].is(noun|nominal) {
		k++
		if v.tokens[k-1].pos == tagPRP {
			break
		}
	}
	if k == j {
		return sideOther, v.tokens[j].pos
	}
	for k < s.last && v.tokens[k].is(adverb) {
		k++
	}
	u := v.at(s, k)
	switch {
	case u.is(finite):
		return sideClause, 0
	case u.is(that):
		return sidePhraseThat, 0
	case u.is(opens):
		return sidePhraseQuote, 0
	case u.pos == tagTo:
		return sidePhraseTo, 0
	}
	return sidePhrase, u.pos
}
