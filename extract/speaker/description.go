package speaker

import (
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// byRole leads a description ("the Ukrainian president", "his attorney") to
// the person whose role in the article agrees: the same head noun, the same
// owner, and every other word of the description among the role's.
func (r *resolver) byRole(first, head, last int) (answer, bool) {
	noun := synonym(r.low[head])
	if r.tag(head) == "NNS" || !personNoun(r.low[head]) {
		return answer{}, false
	}
	bare := first == head && r.capital(head)
	owner, owned := r.owner(first, head, last)
	indefinite := r.low[first] == "a" || r.low[first] == "an"
	if !r.definite(first) && !bare && !owned && !indefinite {
		return answer{}, false
	}
	if indefinite && r.sentence[first] > 3 {
		return answer{}, false
	}
	words := r.contents(first, head, last)
	type candidate struct{ person, missing, at int }
	var fit []candidate
	for _, h := range r.heads[noun] {
		p := &r.people[h.person]
		ro := &p.roles[h.role]
		if owned && owner != ro.owner || owner == h.person {
			continue
		}
		missing, foreign := r.missing(ro, words, first, last)
		if foreign {
			continue
		}
		if indefinite && (p.first < first || missing > 1 || len(words) == 0) {
			continue
		}
		at := r.lastNamed(p, first)
		if ro.before {
			at += 40 // a title is what they are called by
		}
		fit = append(fit, candidate{h.person, missing, at})
	}
	if len(fit) == 0 {
		return answer{}, false
	}
	best := slices.MinFunc(fit, func(a, b candidate) int {
		if a.missing != b.missing {
			return a.missing - b.missing
		}
		if a.at != b.at {
			return b.at - a.at
		}
		return r.people[a.person].first - r.people[b.person].first
	})
	others := slices.ContainsFunc(fit, func(c candidate) bool { return c.person != best.person })
	if best.missing > 0 && (others || last > head+1 && best.missing == len(words)) {
		return answer{}, false
	}
	weight := 0.8
	if best.missing > 0 {
		weight = 0.5
	}
	return r.person(best.person, "“"+r.span(first, last)+"” is “"+r.people[best.person].full()+"” by the role given in this article", weight), true
}

// missing counts the words of a description that a role lacks, and reports
// whether one of them is a name that makes it somebody else's.
func (r *resolver) missing(ro *role, words []string, first, last int) (n int, foreign bool) {
	for _, w := range words {
		if slices.ContainsFunc(ro.words, func(v string) bool { return sameWord(v, w) }) {
			continue
		}
		n++
		foreign = foreign || !is("role", w) && r.properIn(first, last, w)
	}
	return n, foreign
}

// properIn reports whether a word of the description is a name: "the Wexmoor
// boss" is nobody else's.
func (r *resolver) properIn(first, last int, word string) bool {
	for i := first; i < last; i++ {
		if synonym(r.low[i]) == word {
			return r.tag(i) == "NNP" && r.capital(i)
		}
	}
	return false
}

// contents are the words of a description, but for its head and the names in
// it, as roles are compared by.
func (r *resolver) contents(first, head, last int) (words []string) {
	for i := first; i < last; i++ {
		if w := synonym(r.low[i]); i != head && r.content(i) && !temporal(w) && r.personAt(i) == none {
			words = append(words, w)
		}
	}
	return words
}

// content reports whether a word tells something: nouns, adjectives, names.
func (r *resolver) content(i int) bool {
	return (r.isNoun(i) || strings.HasPrefix(r.tag(i), "JJ")) && !strings.HasSuffix(r.low[i], "-year-old")
}

// lastNamed is the token of the person's last name before token i, negative if
// they are first named behind it.
func (r *resolver) lastNamed(p *person, i int) int {
	lo, hi := 0, len(p.names)
	for lo < hi {
		if mid := (lo + hi) / 2; r.names[p.names[mid]].first < i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == 0 {
		return -p.first
	}
	return r.names[p.names[lo-1]].first
}

// owner is the person whose attorney, wife or spokesman a description speaks
// of; false if it speaks of nobody's.
func (r *resolver) owner(first, head, last int) (int, bool) {
	for i := first; i < last; i++ {
		switch {
		case i < head && r.tag(i) == "PRP$" && (r.low[i] == "his" || r.low[i] == "her"):
			if p := r.antecedent(i, genderOf(r.low[i]), none); p != none {
				return p, true
			}
		case i < head && r.tag(i) == "POS" && i > 0 && r.personAt(i-1) != none, i > head && (r.tag(i-1) == "IN" || is("title", r.low[i-1])) && r.personAt(i) != none:
			if i < head {
				i--
			}
			return r.personAt(i), true
		}
	}
	return none, false
}

// epithet leads a description that gives no role known of anybody ("the
// 19-year-old striker", "the Republican nominee") to whom the sentences right
// before are about.
func (r *resolver) epithet(first, head, last int) (answer, bool) {
	if r.low[first] != "the" || !is("epithet", r.low[head]) || last > head+1 || r.tag(head) == "NNS" {
		return answer{}, false
	}
	for i := first + 1; i < head; i++ {
		if !strings.HasPrefix(r.tag(i), "JJ") && !is("republican", r.low[i]) && !is("democratic", r.low[i]) {
			return answer{}, false
		}
	}
	p := r.mainPerson()
	if p == none {
		p = r.topic(first, 2)
	}
	if p == none {
		return answer{}, false
	}
	if g := genderOf(r.low[head]); g != unknown && r.people[p].gender != unknown && g != r.people[p].gender {
		return answer{}, false
	}
	return r.person(p, "“"+r.span(first, last)+"” most likely means “"+r.people[p].full()+"”, whom the article is about here", 0.4), true
}

// mainPerson is the person named at least twice as often as anybody else, none
// if there is no such person.
func (r *resolver) mainPerson() int {
	best, second := none, 0
	for pi := range r.people {
		n := len(r.people[pi].names)
		switch {
		case best == none || n > len(r.people[best].names):
			if best != none {
				second = len(r.people[best].names)
			}
			best = pi
		case n > second:
			second = n
		}
	}
	if best == none || len(r.people[best].names) < 2*second || len(r.people[best].names) < 4 {
		return none
	}
	return best
}

// sameUnnamed leads "the spokesman" to the unnamed speaker whom the article
// called by the same noun before.
func (r *resolver) sameUnnamed(first, head, last int) (answer, bool) {
	if !r.definite(first) || r.tag(first) == "PRP$" || last > head+1 || head != first+1 {
		return answer{}, false
	}
	for k := len(r.spoken) - 1; k >= 0 && k >= len(r.spoken)-12; k-- {
		s := r.doc.Speakers[r.spoken[k].speaker]
		if s.Kind != pipeline.Unnamed {
			continue
		}
		if slices.Contains(strings.Fields(lower(s.Name)), r.low[head]) {
			return answer{name: s.Name, kind: s.Kind, person: none, why: "“" + r.span(first, last) + "” is “" + s.Name + "”, who spoke before", weight: 0.7}, true
		}
	}
	return answer{}, false
}

// sameWord compares words as roles use them: "Ukraine" and "Ukrainian",
// "American" and "U.S.".
func sameWord(a, b string) bool {
	if a == b {
		return true
	}
	if n := nation(a); n != "" && n == nation(b) {
		return true
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 5 && n >= len(b)/2
}

func nation(w string) string {
	switch strings.ReplaceAll(w, ".", "") {
	case "us", "american", "america":
		return "us"
	case "uk", "british", "britain":
		return "uk"
	case "german", "germany":
		return "de"
	case "french", "france":
		return "fr"
	}
	return ""
}
