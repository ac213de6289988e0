package tag

import (
	_ "embed" // the list of irregular forms
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/extract/learn"
)

//go:embed irregular.txt
var irregular string

// An inflection is a way in which a tag says that a word is inflected.
type inflection uint8

const (
	uninflected inflection = iota
	plural
	third
	past
	gerund
)

func inflectionOf(tag string) inflection {
	switch tag {
	case "NNS", "NNPS":
		return plural
	case "VBZ":
		return third
	case "VBD", "VBN":
		return past
	case "VBG":
		return gerund
	}
	return uninflected
}

// Values of lemmas.bases, as bits.
const (
	nounBase = 1
	verbBase = 2
)

// lemmas knows the dictionary forms of words.
type lemmas struct {
	learnt     string              // lines of tag, form, lemma: where the rules go wrong
	exceptions []map[string]string // by tag number, from form to lemma
	inflected  []inflection        // by tag number
	bases      *learn.Table        // known nouns and verbs, by id of the lemma
}

func newLemmas(tags []string, learnt string, bases *learn.Table) (*lemmas, error) {
	l := &lemmas{learnt: learnt, bases: bases}
	nouns, verbs := irregularForms()
	for _, tag := range tags {
		infl := inflectionOf(tag)
		known := map[string]string{}
		switch infl {
		case plural:
			known = nouns
		case third, past, gerund:
			known = verbs
		}
		own := make(map[string]string, len(known))
		for form, lemma := range known {
			own[form] = lemma
		}
		l.exceptions = append(l.exceptions, own)
		l.inflected = append(l.inflected, infl)
	}
	number := map[string]int{}
	for i, tag := range tags {
		number[tag] = i
	}
	for line := range strings.Lines(learnt) {
		fields := strings.Fields(line)
		if len(fields) != 3 {
			return nil, fmt.Errorf("%w: lemma line %q", learn.ErrFormat, line)
		}
		tag, ok := number[fields[0]]
		if !ok {
			return nil, fmt.Errorf("%w: lemma for unknown tag %q", learn.ErrFormat, fields[0])
		}
		l.exceptions[tag][fields[1]] = fields[2]
	}
	return l, nil
}

// irregularForms maps the forms of irregular.txt to their lemmas.
func irregularForms() (nouns, verbs map[string]string) {
	nouns, verbs = map[string]string{}, map[string]string{}
	for line := range strings.Lines(irregular) {
		fields := strings.Fields(line)
		if len(fields) < 3 {
			continue
		}
		into := nouns
		if fields[0] == "V" {
			into = verbs
		}
		for _, form := range fields[2:] {
			into[form] = fields[1]
		}
	}
	return nouns, verbs
}

// A lookup finds the lemmas of one document's tokens; what it works out by
// rule it keeps, so that a word costs an allocation at most once.
type lookup struct {
	*lemmas
	done map[string]string // surface and tag's inflection to lemma
	key  []byte
}

func (l *lemmas) lookup() *lookup { return &lookup{lemmas: l, done: map[string]string{}} }

// of is the lemma of the token with the given surface, its normalised
// lower-case form and the number of its tag.
func (l *lookup) of(surface string, lower []byte, tag uint8) string {
	if lemma, ok := l.exceptions[tag][string(lower)]; ok {
		return lemma
	}
	infl := l.inflected[tag]
	if infl == uninflected && surface == string(lower) {
		return surface
	}
	l.key = append(append(l.key[:0], byte(infl)), lower...)
	if lemma, ok := l.done[string(l.key)]; ok {
		return lemma
	}
	lemma := l.byRule(string(lower), infl)
	l.done[string(l.key)] = lemma
	return lemma
}

// byRule is the lemma of a form that is no exception.
func (l *lemmas) byRule(form string, infl inflection) string {
	switch infl {
	case plural:
		if stem, ok := strings.CutSuffix(form, "men"); ok && len(stem) > 2 {
			return stem + "man"
		}
		return l.withoutS(form, nounBase)
	case third:
		return l.withoutS(form, verbBase)
	case past:
		if stem, ok := strings.CutSuffix(form, "ed"); ok && len(stem) > 1 {
			return l.verb(stem)
		}
	case gerund:
		if stem, ok := strings.CutSuffix(form, "ing"); ok && len(stem) > 1 {
			return l.verb(stem)
		}
	}
	return form
}

func (l *lemmas) is(lemma string, base uint64) bool {
	v, _ := l.bases.Get(learn.ID(lemma))
	return v&base != 0
}

// withoutS takes the s of a plural or a third person off.
func (l *lemmas) withoutS(form string, base uint64) string {
	stem, ok := strings.CutSuffix(form, "s")
	if !ok || len(stem) < 2 || strings.HasSuffix(form, "ss") || strings.HasSuffix(form, "us") || strings.HasSuffix(form, "is") {
		return form
	}
	if s, ok := strings.CutSuffix(stem, "'"); ok {
		return s
	}
	if l.is(stem, base) {
		return stem
	}
	if s, ok := strings.CutSuffix(stem, "ie"); ok && len(s) > 1 {
		return s + "y"
	}
	if s, ok := strings.CutSuffix(stem, "e"); ok {
		if l.is(s, base) {
			return s
		}
		for _, end := range []string{"ss", "sh", "ch", "x", "zz", "o"} {
			if strings.HasSuffix(s, end) {
				return s
			}
		}
	}
	return stem
}

// verb finds the base of a verb from what stands before its -ed or -ing: the
// same (walk), with an e (hop-e), with one consonant (stop-p), with y (tr-i).
func (l *lemmas) verb(stem string) string {
	if s, ok := strings.CutSuffix(stem, "i"); ok && len(s) > 1 {
		return s + "y"
	}
	n := len(stem)
	single := stem[:n-1]
	doubled := stem[n-1] == stem[n-2] && !strings.ContainsRune("aeiou", rune(stem[n-1])) && stem[n-1] < utf8.RuneSelf
	same, withE := l.is(stem, verbBase), l.is(stem+"e", verbBase)
	switch {
	case same && withE:
		if short(stem) {
			return stem + "e"
		}
		return stem
	case same:
		return stem
	case withE:
		return stem + "e"
	case doubled && l.is(single, verbBase):
		return single
	case doubled && !strings.ContainsRune("lszf", rune(stem[n-1])):
		return single
	case wantsE(stem):
		return stem + "e"
	}
	return stem
}

// short reports whether stem is one syllable that ends in one vowel and one
// consonant: such a verb would have doubled the consonant (hop, hopped), so
// an undoubled one has lost an e (hope, hoped).
func short(stem string) bool {
	n := len(stem)
	return !vowel(stem[n-1]) && vowel(stem[n-2]) && strings.IndexFunc(stem[:n-2], func(r rune) bool { return strings.ContainsRune("aeiouy", r) }) < 0
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// wantsE guesses for an unknown verb whether its base ends in e.
func wantsE(stem string) bool {
	for _, end := range []string{"at", "iz", "v", "u", "c", "dg", "ng", "rg", "as", "is", "os", "us", "ns", "rs", "ir", "ur"} {
		if strings.HasSuffix(stem, end) {
			return true
		}
	}
	n := len(stem)
	return stem[n-1] == 'l' && !vowel(stem[n-2]) && stem[n-2] != 'l' || short(stem)
}
