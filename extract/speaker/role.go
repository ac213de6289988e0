package speaker

import (
	"slices"
	"strings"
)

// A role is what the article calls a named person besides the name: a title
// before it, an aside beside it, a predicate behind it.
type role struct {
	first, last int // tokens
	head        string
	words       []string // lower-case, spelled out
	possessor   int      // token of "his" or the like, none without
	owner       int      // person whose lawyer, wife, spokesman they are, none if nobody's
	before      bool     // stands before the name as a title does
}

// A holder is a person and one of their roles.
type holder struct{ person, role int }

// describe reads the roles of everybody named, and their gender where only
// the role tells it.
func (r *resolver) describe() {
	for i := range r.names {
		o := &r.names[i]
		if o.person == none {
			continue
		}
		for _, read := range []func(*occurrence) (int, int){r.roleBefore, r.roleApart, r.roleAfter, r.rolePredicate} {
			if first, last := read(o); first < last {
				r.addRole(o, first, last)
			}
		}
	}
}

func (r *resolver) addRole(o *occurrence, first, last int) {
	head := r.head(first, last)
	if !personNoun(r.low[head]) || r.tag(head) == "NNS" {
		return
	}
	ro := role{first: first, last: last, head: synonym(r.low[head]), possessor: none, owner: none, before: last <= o.first && r.at(last) != ","}
	for i := first; i < last; i++ {
		if r.roleOf[i] == none {
			r.roleOf[i] = o.person
		}
		if r.tag(i) == "PRP$" && i < head {
			ro.possessor = i
		}
		if p := r.personAt(i); p != none && p != o.person && r.names[r.nameAt[i]].sure {
			ro.owner = p
		}
		if r.tag(i) != "POS" && r.hasLetter(i) {
			ro.words = append(ro.words, synonym(r.low[i]))
		}
	}
	p := &r.people[o.person]
	for _, known := range p.roles {
		if slices.Equal(known.words, ro.words) {
			return
		}
	}
	p.roles = append(p.roles, ro)
	r.heads[ro.head] = append(r.heads[ro.head], holder{o.person, len(p.roles) - 1})
	if p.gender == unknown {
		p.gender = genderOf(r.low[head])
	}
}

// owners finds whose role it is where the article says "his lawyer, …".
func (r *resolver) owners() {
	for pi := range r.people {
		for k := range r.people[pi].roles {
			if ro := &r.people[pi].roles[k]; ro.possessor != none {
				ro.owner = r.antecedent(ro.possessor, genderOf(r.low[ro.possessor]), pi)
			}
		}
	}
}

// roleText is the role to show: the fullest of moderate length, without a
// leading article.
func (r *resolver) roleText(pi int) string {
	const tooLong = 90
	best := ""
	for _, ro := range r.people[pi].roles {
		first := ro.first
		if w := r.low[first]; first < ro.last-1 && (w == "their" || w == "its" || w == "our" || w == "my") {
			first++
		}
		text := r.named(first, ro.last)
		if best == "" || len(text) > len(best) && len(text) <= tooLong || len(best) > tooLong && len(text) < len(best) {
			best = text
		}
	}
	return best
}

// roleBefore reads the title or role right before a name: "Russian Foreign
// Minister Sergei Lavrov". Before a title with a capital only words with
// capitals belong to it.
func (r *resolver) roleBefore(o *occurrence) (int, int) {
	low := r.doc.Sentences[r.sentence[o.first]].First
	end := o.first
	for end > low && honorific(r.low[end-1]) && genderOf(r.low[end-1]) != unknown {
		end--
	}
	if end == low || !personNoun(r.low[end-1]) && !is("title", r.low[end-1]) || courtesy(r.low[end-1]) {
		return 0, 0
	}
	first := end - 1
	capital := r.capital(first)
	for first > low && end-first < 9 {
		k := first - 1
		switch {
		case r.tag(k) == "PRP$":
			return k, end
		case r.tag(k) == "POS" && k > low:
			if o := r.nameAt[k-1]; o != none && r.names[o].person != none && r.names[o].sure {
				return r.names[o].first, end
			}
			first = k
			continue
		case r.nameAt[k] != none && r.names[r.nameAt[k]].person != none && r.names[r.nameAt[k]].sure:
			return first, end
		case temporal(r.low[k]):
		case capital && r.capital(k) && (r.isNoun(k) || r.tag(k) == "JJ"):
		case !capital && (r.isNoun(k) || strings.HasPrefix(r.tag(k), "JJ") || r.tag(k) == "VBN"):
		default:
			return first, end
		}
		first = k
	}
	return first, end
}

// temporal reports whether a lower-case word says when a title is or was held.
func temporal(w string) bool {
	switch w {
	case "former", "then", "ex", "acting", "interim", "outgoing", "incoming", "retired", "deputy", "vice", "state", "late", "current", "assistant", "chief":
		return true
	}
	return strings.HasPrefix(w, "then-") || strings.HasPrefix(w, "ex-")
}

// roleApart reads the role that a name stands beside: "The director, Claudia
// Renz,", "An attorney for Pagliano, Mark MacDougall".
func (r *resolver) roleApart(o *occurrence) (int, int) {
	low := r.doc.Sentences[r.sentence[o.first]].First
	end := o.first
	for end > low && (is("title", r.low[end-1]) || temporal(r.low[end-1])) {
		end--
	}
	if end-1 <= low || !aside(r.low[end-1]) || r.low[end-1] == ")" || r.low[end-1] == "(" {
		return 0, 0
	}
	end--
	if after := r.at(o.last); after != "" && !aside(after) && after != "." {
		return 0, 0
	}
	for first := end - 1; first >= low && end-first < 14; first-- {
		t := r.tag(first)
		switch {
		case t == "DT" || t == "PRP$":
			start := first
			if t == "DT" {
				start++
			}
			if start >= end || !personNoun(r.low[r.head(start, end)]) {
				if t == "DT" && first > low && r.tag(first-1) == "IN" {
					continue // "An attorney for the outlets, …"
				}
				return 0, 0
			}
			return start, end
		case t == "POS" && first > low && r.personAt(first-1) != none:
			return r.names[r.nameAt[first-1]].first, end
		case strings.HasPrefix(t, "VB") && t != "VBN" && t != "VBG", t == "MD", r.low[first] == ",", t == ":", t == "CC" && first < end-6:
			return 0, 0
		}
	}
	return 0, 0
}

// roleAfter reads the role in an aside behind a name: ", a retired general,".
// An age, a home and a party in brackets are stepped over.
func (r *resolver) roleAfter(o *occurrence) (int, int) {
	end := r.doc.Sentences[r.sentence[o.first]].Last
	i := o.last
	if r.at(i) == "(" {
		for i < end && r.low[i] != ")" {
			i++
		}
		i++
	}
	for range 3 {
		if i+1 >= end || !aside(r.low[i]) || r.low[i] == "(" || r.low[i] == ":" {
			return 0, 0
		}
		i++
		if r.tag(i) == "CD" && aside(r.at(i+1)) {
			i++
			continue
		}
		if r.low[i] == "of" {
			for i < end && r.low[i] != "," {
				i++
			}
			continue
		}
		break
	}
	return r.nounPhrase(i, end)
}

// rolePredicate reads "X is a judge".
func (r *resolver) rolePredicate(o *occurrence) (int, int) {
	if w := r.at(o.last); w != "is" && w != "was" {
		return 0, 0
	}
	if !article(r.at(o.last + 1)) {
		return 0, 0
	}
	return r.nounPhrase(o.last+1, r.doc.Sentences[r.sentence[o.first]].Last)
}

// nounPhrase is the noun phrase that begins at token i, with what belongs to
// it up to the next comma or verb.
func (r *resolver) nounPhrase(i, end int) (int, int) {
	if i >= end {
		return 0, 0
	}
	switch r.tag(i) {
	case "DT":
		i++
	case "JJ", "NN", "NNP", "PRP$", "VBN":
	case "RB": // "now the majority leader"
		i++
		if i < end && r.tag(i) == "DT" {
			i++
		}
	default:
		return 0, 0
	}
	last := i
	for last < end && last-i < 16 {
		t, w := r.tag(last), r.low[last]
		if aside(w) || strings.HasPrefix(t, "VB") && t != "VBN" && t != "VBG" || t == "MD" || t == "." || t == "WP" || t == "WDT" || quoteMark(w) {
			break
		}
		last++
	}
	for last > i && !r.isNoun(last-1) && r.tag(last-1) != "CD" && !is("role", r.low[last-1]) {
		last--
	}
	return i, last
}
