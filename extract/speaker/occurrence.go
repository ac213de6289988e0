package speaker

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// An occurrence is a person's name in the text, titles left out.
type occurrence struct {
	first, last int // tokens, half open
	name        name
	sure        bool // stands as a name of its own; else only if somebody bears it
	person      int  // index into people, none if nobody's
	rivals      []int
}

// occurrences finds the names of people: the mentions, with what belongs to
// them and was cut off, and capitalised words behind courtesy titles or in the
// place of a speaker, which the stage before did not take for a name.
func (r *resolver) occurrences() {
	taken := make([]bool, len(r.low))
	for _, m := range r.doc.Mentions {
		if m.Type == pipeline.MentionPerson {
			first, last := r.nameSpan(m.First, m.Last)
			bare := last-first == 1 && (article(r.at(first-1)) || r.headline[r.sentence[first]] && r.tag(first) != "NNP")
			r.addName(taken, first, last, !bare)
		}
	}
	r.namesBehindTitles(taken)
	for _, m := range r.doc.Mentions {
		if m.Type != pipeline.MentionPerson && (m.Last-m.First == 1 || m.Last-m.First <= 3 && genderOfGiven(r.low[m.First]) != unknown) {
			r.addName(taken, m.First, m.Last, false)
		}
	}
	for i := range r.doc.Claims {
		for _, s := range r.doc.Claims[i].Source {
			if first, last := r.tokens(s); last-first == 1 && r.mention[first] == none && r.properWord(first) && r.tag(first) == "NNP" && !r.headline[r.sentence[first]] {
				r.addName(taken, first, last, r.speakerName(first))
			}
		}
	}
	for i := range r.low {
		if !taken[i] && r.mention[i] == none && r.properWord(i) {
			r.addName(taken, i, i+1, false)
		}
	}
	slices.SortFunc(r.names, func(a, b occurrence) int { return cmp.Compare(a.first, b.first) })
	for oi, o := range r.names {
		for i := o.first; i < o.last; i++ {
			r.nameAt[i] = oi
		}
	}
}

// namesBehindTitles adds the capitalised words behind "Mr." and the like.
func (r *resolver) namesBehindTitles(taken []bool) {
	for i := 1; i < len(r.low); i++ {
		if !honorific(r.low[i-1]) || !r.properWord(i) || taken[i] {
			continue
		}
		last := i + 1
		for last < len(r.low) && last < i+3 && !taken[last] && r.properWord(last) && r.tag(last) == "NNP" && r.sameSentence(last, i) {
			last++
		}
		r.addName(taken, i, last, true)
	}
}

// addName adds the name in tokens [first, last) unless one of them is taken.
func (r *resolver) addName(taken []bool, first, last int, sure bool) {
	if first >= last || slices.Contains(taken[first:last], true) {
		return
	}
	words := make([]string, 0, last-first)
	for i := first; i < last; i++ {
		taken[i] = true
		words = append(words, r.text(i))
	}
	if n := newName(words, r.span(first, last)); n.surname != "" {
		r.names = append(r.names, occurrence{first: first, last: last, name: n, sure: sure, person: none})
	}
}

// speakerName reports whether the one word of a source, which is no mention,
// is a person's name: no body's, no title, and in capitals only in a
// transcript.
func (r *resolver) speakerName(i int) bool {
	w := r.low[i]
	if is("organization", w) || is("document", w) || is("title", w) {
		return false
	}
	return !r.acronym(i) || r.at(i+1) == ":" && len(w) > 2
}

// nameSpan mends the bounds of a person's mention: titles and roles go, given
// names before it, nicknames in quotation marks and suffixes come in.
func (r *resolver) nameSpan(first, last int) (int, int) {
	for first < last-1 && (is("title", r.low[first]) || last-first > 2 && is("role", r.low[first]) || !r.capital(first) && !particle(r.low[first])) {
		first++
	}
	for last > first+1 && (r.tag(last-1) == "POS" || !r.hasLetter(last-1)) {
		last--
	}
	for i := first + 1; i < last; i++ { // a comma within is followed by another name or a place
		if r.low[i] == "," && (i+1 >= last || !suffix(r.low[i+1])) {
			last = i
		}
	}
	s := r.doc.Sentences[r.sentence[first]]
	if last-first == 1 && last < s.Last && r.mention[last] == none && r.tag(last) == "NNP" && r.capital(last) && r.hasGiven(first) && !is("title", r.low[last]) && !is("role", r.low[last]) && !is("organization", r.low[last]) {
		last++
	}
	for first > s.First && last-first < 5 && r.givenBefore(first-1) {
		first--
	}
	return r.withNickname(first, last)
}

// withNickname widens a name over a nickname in quotation marks that cuts it
// (Robert C. "Bobby" Scott), and over a suffix.
func (r *resolver) withNickname(first, last int) (int, int) {
	s := r.doc.Sentences[r.sentence[first]]
	if last+2 < s.Last && quoteMark(r.low[last]) && r.capital(last+1) && quoteMark(r.low[last+2]) && last+3 < s.Last && r.properWord(last+3) {
		end := last + 4
		if m := r.mention[last+3]; m != none {
			end = min(r.doc.Mentions[m].Last, s.Last)
		}
		last = end
	} else if first-4 >= s.First && quoteMark(r.low[first-1]) && quoteMark(r.low[first-3]) && r.capital(first-2) && r.properWord(first-4) && r.tag(first-4) == "NNP" && !is("title", r.low[first-4]) {
		first -= 4
		for first > s.First && initial(r.low[first]) && r.properWord(first-1) {
			first--
		}
	}
	if last < s.Last && suffix(r.low[last]) {
		last++
	} else if last+1 < s.Last && r.low[last] == "," && (strings.HasPrefix(r.low[last+1], "jr") || strings.HasPrefix(r.low[last+1], "sr")) {
		last += 2
	}
	return first, last
}

// hasGiven reports whether token i is a given name, or a hyphen joins two.
func (r *resolver) hasGiven(i int) bool {
	given, _, _ := strings.Cut(r.low[i], "-")
	return genderOfGiven(r.low[i]) != unknown || given != r.low[i] && genderOfGiven(given) != unknown
}

// givenBefore reports whether token i is a given name that belongs to the name
// behind it.
func (r *resolver) givenBefore(i int) bool {
	if !r.properWord(i) || !strings.HasPrefix(r.tag(i), "NNP") || is("title", r.low[i]) || is("role", r.low[i]) || r.low[i] == "said" {
		return false
	}
	if m := r.mention[i]; m != none && (r.doc.Mentions[m].Type == pipeline.MentionPerson || r.doc.Mentions[m].Type == pipeline.MentionPlace) {
		return false
	}
	return genderOfGiven(r.low[i]) != unknown
}

// particle reports whether a lower-case word may begin a surname.
func particle(w string) bool {
	switch w {
	case "de", "da", "del", "della", "di", "du", "van", "von", "der", "den", "bin", "ibn", "al", "el", "la", "le", "ter", "ten", "zu":
		return true
	}
	return false
}

// honorific reports whether a lower-case word is always followed by a person's
// name.
func honorific(w string) bool {
	switch strings.TrimSuffix(w, ".") {
	case "mr", "mrs", "ms", "sen", "rep", "gov":
		return true
	}
	return false
}

func (r *resolver) capital(i int) bool {
	c, _ := utf8.DecodeRuneInString(r.text(i))
	return unicode.IsUpper(c)
}

func (r *resolver) hasLetter(i int) bool {
	return strings.ContainsFunc(r.text(i), unicode.IsLetter)
}

// properWord reports whether a token is a capitalised word or initial.
func (r *resolver) properWord(i int) bool {
	if !r.capital(i) {
		return false
	}
	t := r.tag(i)
	return strings.HasPrefix(t, "NN") || t == "JJ" || t == "VB" || t == "VBD" || t == "VBP" || t == "FW" || t == "VBG" || t == "VBZ"
}

// acronym reports whether a token is written in capitals as short names of
// bodies are.
func (r *resolver) acronym(i int) bool {
	w := strings.ReplaceAll(r.text(i), ".", "")
	return len(w) > 1 && len(w) <= 6 && strings.ToUpper(w) == w
}
