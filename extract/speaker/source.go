package speaker

import (
	"strings"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// An answer is what a source was read as.
type answer struct {
	name   string
	kind   pipeline.SpeakerKind
	role   string
	person int
	why    string
	weight float64
}

// person is the answer for somebody whom the article names.
func (r *resolver) person(p int, why string, weight float64) answer {
	return answer{name: r.people[p].full(), kind: pipeline.Person, role: r.roleText(p), person: p, why: why, weight: weight}
}

// read finds out whom the source in tokens [first, last) means.
func (r *resolver) read(first, last int) answer {
	first, last = r.trim(first, last)
	if last-first == 1 {
		if a, ok := r.pronoun(first); ok {
			return a
		}
	}
	if w := r.low[first]; w == "who" || w == "which" {
		return r.relative(first)
	}
	if a, ok := r.ofThem(first, last); ok {
		return a
	}
	if a, ok := r.pair(first, last); ok {
		return a
	}
	head := r.head(first, last)
	if a, ok := r.party(head, last); ok {
		return a
	}
	end := r.core(head, last)
	if p := r.personAt(head); p != none && r.tag(head) != "NNS" {
		why, weight := r.fullerForm(p, head)
		return r.person(p, why, weight)
	}
	if p := r.titledAt(end - 1); p != none {
		return r.person(p, "“"+r.text(end-1)+"” is “"+r.people[p].full()+"” in this article", 0.9)
	}
	if p := r.inApposition(head, last); p != none {
		return r.person(p, "the name stands beside “"+r.span(first, head+1)+"”", 1)
	}
	if p := r.personAt(end - 1); p != none && is("title", r.low[head]) && is("title", r.at(r.names[r.nameAt[end-1]].first-1)) {
		return r.person(p, "", 0) // Speaker of the House Rep. Paul Ryan
	}
	if p := r.coordinated(head, last); p != none {
		return r.person(p, "", 0)
	}
	if p := r.roleOf[head]; p != none && !r.quoted[head] && r.tag(head) != "NNS" {
		return r.person(p, "“"+r.span(first, end)+"” stands beside the name “"+r.people[p].full()+"”", 0.9)
	}
	for _, try := range []func(first, head, last int) (answer, bool){r.byRole, r.sameUnnamed, r.epithet} {
		if a, ok := try(first, head, end); ok {
			return a
		}
	}
	return r.body(first, head, last)
}

// body reads a source that is no named person: an organization under its
// fullest name, or what the article calls them.
func (r *resolver) body(first, head, last int) answer {
	a := r.asWorded(first, head, last)
	if a.kind != pipeline.Organization || r.core(head, last) > head+1 {
		return a
	}
	start := first
	for start < head && article(r.low[start]) {
		start++
	}
	full, ok := r.genericBody(first, head)
	if !ok {
		full, ok = r.fullerBody(start, head+1)
	}
	if !ok {
		full, ok = r.fullerPhrase(first, head)
	}
	if ok && full != a.name {
		a.why, a.weight = "“"+r.span(first, head+1)+"” is “"+full+"” in this article", 0.6
		a.name = full
	}
	return a
}

// trim leaves out the marks at a source's ends and the ending of one that is
// only a possessor.
func (r *resolver) trim(first, last int) (int, int) {
	for last > first+1 && (aside(r.low[last-1]) && r.low[last-1] != ")" || quoteMark(r.low[last-1]) && r.tag(last-1) != "POS" || r.tag(last-1) == "POS" && r.isPossessor(first, last)) {
		last--
	}
	for first < last-1 && (aside(r.low[first]) || quoteMark(r.low[first])) {
		first++
	}
	return first, last
}

// titledAt is the person whose surname stands behind a title at token i, where
// no name was recognised ("Chief Justice Roberts").
func (r *resolver) titledAt(i int) int {
	if r.nameAt[i] != none || i == 0 || !is("title", r.low[i-1]) || !r.capital(i) {
		return none
	}
	for _, p := range r.byName[r.low[i]] {
		if r.people[p].name.surname == r.low[i] {
			return p
		}
	}
	return none
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

// fullerForm says how a name was led to a fuller one, and to whom else it
// could have been.
func (r *resolver) fullerForm(p, head int) (string, float64) {
	o := &r.names[r.nameAt[head]]
	who := &r.people[p]
	if o.name.nWords >= who.name.nWords {
		return "", 0
	}
	why := "“" + o.name.text + "” is “" + who.full() + "” in this article"
	if len(o.rivals) == 0 {
		return why, 1
	}
	return why + ", more likely than “" + r.people[o.rivals[0]].full() + "”", 0.6
}

// inApposition is the person whom an aside behind the head names: "the
// spokesman, Dmitry Peskov,", "Scott's niece, state Del. Cia Price (D)".
func (r *resolver) inApposition(head, last int) int {
	if !r.isNoun(head) || r.tag(head) == "NNS" || is("organization", r.low[head]) || is("document", r.low[head]) {
		return none
	}
	for i := head + 1; i < last-1; i++ {
		if !aside(r.low[i]) || r.low[i] == "(" {
			continue
		}
		for k := i + 1; k < last && k < i+8; k++ {
			if p := r.personAt(k); p != none && r.tag(k) != "POS" && r.at(r.names[r.nameAt[k]].last) != "'s" && r.at(r.names[r.nameAt[k]].last) != "’s" {
				return p
			}
			if !r.modifier(k) && r.tag(k) != "DT" && r.tag(k) != "PRP$" && !is("title", r.low[k]) {
				break
			}
		}
	}
	return none
}

// coordinated is the person whose roles are joined before the name: "his wife
// and current nominee Hillary Clinton".
func (r *resolver) coordinated(head, last int) int {
	if !personNoun(r.low[head]) || head+2 >= last || r.low[head+1] != "and" || r.tag(head+2) == "DT" || r.tag(head+2) == "PRP$" {
		return none
	}
	if p := r.personAt(last - 1); p != none && r.personAt(head+2) == none {
		return p
	}
	return none
}

// pair reads two or more names joined by "and" as a group of all.
func (r *resolver) pair(first, last int) (answer, bool) {
	var names []string
	and := false
	for i := first; i < last; i++ {
		if r.low[i] == "and" || r.low[i] == "&" {
			and = true
		}
		o := r.nameAt[i]
		if o == none || r.names[o].first != i || r.names[o].person == none {
			if !and && r.isNoun(i) && (r.tag(i) == "NNS" || r.at(i+1) == "and") && !is("title", r.low[i]) {
				return answer{}, false
			}
			continue
		}
		end := r.names[o].last
		if end < last && (r.tag(end) == "POS" || r.isNoun(end)) || i > first && (r.tag(i-1) == "IN" || r.tag(i-1) == "TO") {
			return answer{}, false
		}
		names = append(names, r.people[r.names[o].person].full())
	}
	if !and || len(names) < 2 {
		return answer{}, false
	}
	return answer{name: strings.Join(names, "; "), kind: pipeline.Group, person: none}, true
}

// party reads a person with others: "Zelenskyy and his officials".
func (r *resolver) party(head, last int) (answer, bool) {
	p := r.personAt(head)
	if p == none || head+2 >= last || r.low[head+1] != "and" || r.nameAt[head] == none {
		return answer{}, false
	}
	return answer{name: r.people[p].full() + " " + r.span(r.names[r.nameAt[head]].last, last), kind: pipeline.Group, person: none}, true
}

// ofThem reads "many of whom" and "both of them": the whole they are part of.
func (r *resolver) ofThem(first, last int) (answer, bool) {
	if last-first > 4 || last-first < 2 || r.low[last-2] != "of" {
		return answer{}, false
	}
	switch r.low[last-1] {
	case "whom", "which":
		i := first
		for i > 0 && r.sameSentence(i-1, first) && aside(r.low[i-1]) {
			i--
		}
		if i == 0 || !r.sameSentence(i-1, first) {
			return answer{}, false
		}
		a := r.relativeTo(last-1, i-1)
		a.why = "“" + r.span(first, last) + "” are of “" + a.name + "”"
		return a, a.name != ""
	case "them", "these", "those":
		a := r.plural(last - 1)
		if a.name == "" || a.kind != pipeline.Group {
			return answer{}, false
		}
		if r.low[first] == "one" {
			a.kind, a.name = pipeline.Unnamed, r.span(first, last-1)+" "+a.name
		}
		a.why = "“" + r.span(first, last) + "” are of “" + a.name + "”"
		return a, true
	}
	return answer{}, false
}
