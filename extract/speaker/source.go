package speaker

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// aliases are the other forms that the article uses for a person.
func aliases(p *person) []string {
	forms := slices.Sorted(maps.Keys(p.forms))
	return slices.DeleteFunc(forms, func(s string) bool { return s == p.full() })
}

// named is the answer for a person whom the article names.
func (r *resolver) named(p int, why string, weight float64) answer {
	who := &r.people[p]
	a := answer{name: who.full(), kind: pipeline.Person, person: p, why: why, weight: weight}
	if len(who.roles) > 0 {
		a.role = longest(who.roles)
	}
	return a
}

// longest is the fullest of some wordings, the first of equals.
func longest(roles []string) string {
	best := roles[0]
	for _, s := range roles[1:] {
		if len(s) > len(best) {
			best = s
		}
	}
	return best
}

// read finds out whom the source in tokens [first, last) means.
func (r *resolver) read(first, last int) answer {
	if last-first == 1 {
		if a, ok := r.pronoun(first); ok {
			return a
		}
	}
	for last > first+1 && (r.lower(last-1) == "," || r.tag(last-1) == "POS" && r.isPossessor(first, last)) {
		last--
	}
	if a, ok := r.pair(first, last); ok {
		return a
	}
	head := r.head(first, last)
	if a, ok := r.party(head, last); ok {
		return a
	}
	if p := r.personAt(head); p != none {
		return r.named(p, r.fullerForm(p, head), 1)
	}
	if p := r.inApposition(head, last); p != none {
		return r.named(p, "the name stands beside “"+r.span(first, head+1)+"”", 1)
	}
	if a, ok := r.byRole(first, head, last); ok {
		return a
	}
	return r.asWorded(first, head, last)
}

// isPossessor reports whether a source is only a possessor ("Trump’s"), the
// source of a noun ("Trump’s claim that").
func (r *resolver) isPossessor(first, last int) bool {
	for i := first; i < last-1; i++ {
		if r.tag(i) == "POS" {
			return false
		}
	}
	return true
}

// head is the token that heads a source: the last noun before the first
// preposition, comma or clause.
func (r *resolver) head(first, last int) int {
	head := none
	for i := first; i < last; i++ {
		t := r.tag(i)
		m := r.mention[i]
		inside := m != none && r.doc.Mentions[m].First < i
		if !inside && i > first && (t == "IN" || t == "TO" || t == "WP" || t == "WDT" || t == "CC" || r.lower(i) == "," || r.lower(i) == "(" || t == "VBG" || t == "VBN" && head != none && !r.isNounAt(i+1, last)) {
			if head != none {
				break
			}
			continue
		}
		if strings.HasPrefix(t, "NN") || m != none || t == "PRP" || t == "CD" || t == "DT" && head == none || t == "JJ" && head == none {
			head = i
		}
	}
	if head == none {
		return last - 1
	}
	for head > first && suffix(r.text(head)) && r.mention[head-1] != none {
		head--
	}
	return head
}

func (r *resolver) isNounAt(i, last int) bool { return i < last && r.isNoun(i) }

// personAt is the person named at token i, none if nobody is.
func (r *resolver) personAt(i int) int {
	if m := r.mention[i]; m != none && r.personOf[m] != none {
		return r.personOf[m]
	}
	// Capitals hide names from the tagger: "WALLACE: …".
	if !r.capital(i) {
		return none
	}
	for _, pi := range r.byName[r.lower(i)] {
		if r.people[pi].surname() == r.lower(i) {
			return pi
		}
	}
	return none
}

func (r *resolver) capital(i int) bool {
	c, _ := utf8.DecodeRuneInString(r.text(i))
	return unicode.IsUpper(c)
}

// fullerForm says how a source was led to a fuller name.
func (r *resolver) fullerForm(p, head int) string {
	m := r.mention[head]
	if m == none || len(r.people[p].name) == 1 {
		return ""
	}
	if name := r.words(r.doc.Mentions[m]); len(name) < len(r.people[p].name) {
		return "“" + strings.Join(name, " ") + "” is “" + r.people[p].full() + "” in this article"
	}
	return ""
}

// inApposition is the person whom an aside behind the head names: "the
// spokesman, Dmitry Peskov,", "an attorney for Pagliano, Mark MacDougall".
func (r *resolver) inApposition(head, last int) int {
	if !r.isNoun(head) || r.tag(head) == "NNS" {
		return none
	}
	for i := head + 1; i < last-1; i++ {
		if !aside(r.lower(i)) {
			continue
		}
		end := i + 1
		for end < last && !aside(r.lower(end)) {
			end++
		}
		m := r.mention[end-1]
		if m == none || r.doc.Mentions[m].Type != pipeline.MentionPerson {
			continue
		}
		for k := i + 1; k < r.doc.Mentions[m].First; k++ {
			if !r.roleWord(k) && r.tag(k) != "DT" && r.tag(k) != "PRP$" {
				return none
			}
		}
		return r.personOf[m]
	}
	return none
}

// aside reports whether a word sets off an aside.
func aside(w string) bool {
	switch w {
	case ",", "--", "—", "–", "-", "(", ")":
		return true
	}
	return false
}

// pair reads two names joined by "and" as a group of both.
func (r *resolver) pair(first, last int) (answer, bool) {
	var names []string
	and := false
	for i := first; i < last; i++ {
		if r.lower(i) == "and" || r.lower(i) == "&" {
			and = true
		}
		m := r.mention[i]
		if m == none || r.doc.Mentions[m].First != i {
			continue
		}
		p := r.personAt(i)
		end := r.doc.Mentions[m].Last
		if p == none || end < last && (r.tag(end) == "POS" || r.isNoun(end)) || i > first && (r.tag(i-1) == "IN" || r.tag(i-1) == "TO") {
			return answer{}, false
		}
		names = append(names, r.people[p].full())
	}
	if !and || len(names) < 2 {
		return answer{}, false
	}
	return answer{name: strings.Join(names, "; "), kind: pipeline.Group, person: none}, true
}

// party reads a person with others: "Zelenskyy and his officials".
func (r *resolver) party(head, last int) (answer, bool) {
	p := r.personAt(head)
	if p == none || head+2 >= last || r.lower(head+1) != "and" || r.mention[head] == none {
		return answer{}, false
	}
	m := r.doc.Mentions[r.mention[head]]
	return answer{name: r.people[p].full() + " " + r.span(m.Last, last), kind: pipeline.Group, person: none}, true
}

// byRole leads "the Ukrainian president" to the person whose role agrees: the
// same head noun, and every other word of the source in a role of theirs.
func (r *resolver) byRole(first, head, last int) (answer, bool) {
	if !r.definite(first) || r.tag(head) != "NN" && r.tag(head) != "NNP" || last > head+1 {
		return answer{}, false
	}
	noun := r.lower(head)
	if is("organization", noun) || is("document", noun) {
		return answer{}, false
	}
	var mods []string
	for i := first + 1; i < head; i++ {
		if r.tag(i) != "POS" {
			mods = append(mods, r.lower(i))
		}
	}
	best, bestScore := none, -1<<30
	for pi := range r.people {
		p := &r.people[pi]
		if !r.hasRole(p, noun, mods) {
			continue
		}
		score := 0
		for _, mi := range p.mentions {
			if at := r.doc.Mentions[mi].First; at < first {
				score = max(score, at+1)
			}
		}
		if score == 0 {
			score = -p.first
		}
		if score > bestScore {
			best, bestScore = pi, score
		}
	}
	if best == none {
		return answer{}, false
	}
	why := "“" + r.span(first, head+1) + "” is “" + r.people[best].full() + "” by the role given in this article"
	return r.named(best, why, 0.8), true
}

// definite reports whether a source begins as one that was named before.
func (r *resolver) definite(first int) bool {
	switch r.lower(first) {
	case "the", "this", "that", "its", "their", "his", "her":
		return true
	}
	return false
}

// hasRole reports whether a role of the person is headed by noun and holds all
// the modifiers; a person of no such role does not match.
func (r *resolver) hasRole(p *person, noun string, mods []string) bool {
	for _, role := range p.roles {
		words := strings.Fields(strings.ToLower(strings.NewReplacer(",", "", "’s", "", "'s", "").Replace(role)))
		for i, w := range words {
			words[i] = spelled(w)
		}
		if !slices.Contains(words, noun) {
			continue
		}
		if headOf(words) != noun {
			continue
		}
		all := true
		for _, m := range mods {
			if !slices.ContainsFunc(words, func(w string) bool { return sameWord(w, m) }) && m != "former" && m != "then" {
				all = false
			}
		}
		if all {
			return true
		}
	}
	return false
}

// spelled writes a title's abbreviation out.
func spelled(w string) string {
	switch w {
	case "sen.":
		return "senator"
	case "rep.":
		return "representative"
	case "gov.":
		return "governor"
	case "gen.":
		return "general"
	case "prof.":
		return "professor"
	case "cllr", "cllr.":
		return "councillor"
	case "rev.":
		return "reverend"
	}
	return w
}

// headOf is the head noun of a role: the last word before a preposition.
func headOf(words []string) string {
	for i, w := range words {
		switch w {
		case "of", "for", "at", "in", "on", "to", "from", "with":
			if i > 0 {
				return words[i-1]
			}
		}
	}
	return words[len(words)-1]
}

// sameWord compares words as roles use them: "Ukraine" and "Ukrainian",
// "American" and "U.S.".
func sameWord(a, b string) bool {
	if a == b {
		return true
	}
	us := func(s string) bool {
		switch s {
		case "u.s.", "us", "american", "america", "u.s":
			return true
		}
		return false
	}
	uk := func(s string) bool { return s == "uk" || s == "british" || s == "u.k." || s == "britain" }
	if us(a) && us(b) || uk(a) && uk(b) {
		return true
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 5 && n >= len(b)/2
}

// asWorded keeps a source as the article words it: an organization, a group,
// or somebody it does not name.
func (r *resolver) asWorded(first, head, last int) answer {
	for first < last-1 && (r.lower(first) == "the" || r.lower(first) == "a" || r.lower(first) == "an") {
		first++
	}
	// An aside tells who they are, it is no part of what they are called.
	end := last
	for i := head + 1; i < last; i++ {
		if r.lower(i) == "," || r.tag(i) == "WP" || r.lower(i) == "(" {
			end = i
			break
		}
	}
	a := answer{name: r.span(first, end), person: none}
	noun := r.lower(head)
	t := r.mentionAt(head)
	switch {
	case is("organization", noun) || is("document", noun):
		a.kind = pipeline.Organization
	case r.mention[head] != none && (t == pipeline.MentionOrganization || t == pipeline.MentionPlace):
		a.kind = pipeline.Organization
	case r.tag(head) == "NNS" || r.tag(head) == "NNPS" || groupWord(noun):
		a.kind = pipeline.Group
	case r.tag(head) == "NNP" && r.capital(head) && last-first <= 4:
		a.kind = r.properKind(first, head)
	default:
		a.kind = pipeline.Unnamed
	}
	if a.kind == pipeline.Organization {
		a.name = r.fullerOrganization(a.name, head)
	}
	return a
}

func groupWord(w string) bool {
	switch w {
	case "some", "many", "others", "few", "several", "most", "all", "both", "people", "those", "public", "majority", "crowd", "couple", "percent", "family":
		return true
	}
	return false
}

// properKind guesses what a name is that was not recognised as a mention: a
// person, unless a word in it names a body.
func (r *resolver) properKind(first, head int) pipeline.SpeakerKind {
	for i := first; i <= head; i++ {
		if is("organization", r.lower(i)) || r.tag(i) == "CD" {
			return pipeline.Organization
		}
	}
	if upper := strings.ToUpper(r.text(head)); upper == r.text(head) && len(upper) <= 5 && head == first {
		if len(upper) == 1 {
			return pipeline.Unnamed // "Q:" and "A:" of an interview
		}
		return pipeline.Organization
	}
	return pipeline.Person
}

// fullerOrganization is the fullest earlier name that ends with the same words
// ("the ministry" after "the Defense Ministry"), else the name itself.
func (r *resolver) fullerOrganization(name string, head int) string {
	best := name
	low := " " + strings.ToLower(name)
	for _, mi := range r.bodies[lastWord(low)] {
		m := r.doc.Mentions[mi]
		if m.First >= head {
			break
		}
		full := r.span(m.First, m.Last)
		if len(full) > len(best) && strings.HasSuffix(strings.ToLower(full), low) {
			best = full
		}
	}
	return best
}

// indexBodies lists the organizations named by their last word.
func (r *resolver) indexBodies() {
	r.bodies = map[string][]int{}
	for mi, m := range r.doc.Mentions {
		if m.Type == pipeline.MentionOrganization && m.Last-m.First > 1 {
			w := r.lower(m.Last - 1)
			r.bodies[w] = append(r.bodies[w], mi)
		}
	}
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }
