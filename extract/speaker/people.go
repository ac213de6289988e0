package speaker

import (
	"maps"
	"slices"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// A person is somebody whom the article names, with everything it says of who
// they are.
type person struct {
	name   name // fullest form
	forms  map[string]bool
	gender gender
	votes  int // pronouns behind the name: he less she
	roles  []role
	titles map[string]bool // spelled-out titles before the full name
	names  []int           // indexes of occurrences, in text order once gathered
	fulls  int             // how many of them are more than a surname
	first  int             // token of the first
	kin    bool            // introduced as somebody's relative
}

func (p *person) full() string { return p.name.text }

// short is what the article calls the person behind the first time: the
// surname, with all its words.
func (p *person) short() string {
	best := ""
	for _, form := range slices.Sorted(maps.Keys(p.forms)) {
		if n := len(form); form != p.full() && n < len(p.full()) && p.full()[len(p.full())-n:] == form && (best == "" || n < len(best)) {
			best = form
		}
	}
	if best == "" {
		words := splitName(p.full())
		best = words[len(words)-1]
		if len(words) > 1 && suffix(lower(best)) {
			best = words[len(words)-2]
		}
	}
	return best
}

// aliases are the other forms that the article uses for a person, sorted.
func (p *person) aliases() []string {
	forms := slices.Sorted(maps.Keys(p.forms))
	return slices.DeleteFunc(forms, func(s string) bool { return s == p.full() })
}

// gather groups the occurrences of names into people: full names first, in
// text order, then single words, those with titles before those without. What
// stands in a headline comes after the body's, for all its words have capitals
// and bounds are uncertain there.
func (r *resolver) gather() {
	each := func(full, headline bool, do func(*occurrence)) {
		for i := range r.names {
			o := &r.names[i]
			if o.person == none && o.name.full() == full && r.headline[r.sentence[o.first]] == headline {
				do(o)
			}
		}
	}
	each(true, false, func(o *occurrence) {
		if o.sure {
			r.assign(o, r.byFullName(o.name))
		}
	})
	alone := map[string]bool{}
	each(false, false, func(o *occurrence) { alone[o.name.surname] = alone[o.name.surname] || o.sure })
	r.alone = alone
	each(true, false, func(o *occurrence) { // names taken for places and the like
		if p := r.byFullName(o.name); p != none || alone[o.name.surname] {
			r.assign(o, p)
		}
	})
	r.titled()
	each(true, true, r.inHeadline)
	each(false, false, r.shared)
	each(false, false, func(o *occurrence) {
		if r.titleGender(o.first) != unknown {
			r.single(o)
		}
	})
	each(false, false, func(o *occurrence) {
		if o.first > 0 && is("title", r.low[o.first-1]) {
			r.single(o)
		}
	})
	each(false, false, r.single)
	each(false, true, r.single)
	r.order()
}

// order brings each person's occurrences into text order.
func (r *resolver) order() {
	for i := range r.people {
		r.people[i].names = r.people[i].names[:0]
	}
	for oi := range r.names {
		if o := &r.names[oi]; o.person != none {
			p := &r.people[o.person]
			if len(p.names) == 0 {
				p.first = o.first
			}
			p.names = append(p.names, oi)
		}
	}
}

// assign adds an occurrence to person p, or to a new one if p is none.
func (r *resolver) assign(o *occurrence, p int) {
	if p == none {
		r.people = append(r.people, person{name: o.name, forms: map[string]bool{}, titles: map[string]bool{}})
		p = len(r.people) - 1
		if !o.name.full() {
			r.people[p].gender = r.titleGender(o.first)
			if w := r.at(o.first - 1); w == "lord" || w == "lady" {
				r.people[p].name.text = r.span(o.first-1, o.last)
			}
		}
	}
	who := &r.people[p]
	if o.name.nWords > who.name.nWords && o.name.surname == who.name.surname && !r.headline[r.sentence[o.first]] {
		who.name = o.name
	}
	for _, w := range []string{who.name.surname, o.name.first(), o.name.nick} {
		if w != "" && !slices.Contains(r.byName[w], p) {
			r.byName[w] = append(r.byName[w], p)
		}
	}
	who.forms[o.name.text] = true
	if o.name.full() {
		who.fulls++
	}
	before := r.at(o.first - 1)
	if before == "," {
		before = r.at(o.first - 2)
	}
	who.kin = who.kin || is("kin", before)
	if who.gender == unknown {
		who.gender = genderOfName(o.name)
	}
	if who.gender == unknown {
		who.gender = r.titleGender(o.first)
	}
	who.names = append(who.names, 0) // counted now, filled by order
	o.person = p
}

// byFullName finds a person whose full name agrees.
func (r *resolver) byFullName(n name) int {
	for _, i := range r.byName[n.surname] {
		if p := &r.people[i]; p.name.full() && p.name.agrees(n) {
			return i
		}
	}
	return none
}

// titled notes the titles that stand before full names.
func (r *resolver) titled() {
	for i := range r.names {
		o := &r.names[i]
		if o.person == none {
			continue
		}
		for k := o.first - 1; k >= 0 && k >= o.first-3 && is("title", r.low[k]); k-- {
			r.people[o.person].titles[spelled(r.low[k])] = true
		}
	}
}

// inHeadline finds the people of the body in a headline's run of capitals; a
// run without any is a name of its own.
func (r *resolver) inHeadline(o *occurrence) {
	if p := r.byFullName(o.name); p != none {
		r.assign(o, p)
		return
	}
	for i := o.first; i < o.last; i++ {
		for _, p := range r.byName[r.low[i]] {
			who := &r.people[p]
			if who.name.surname != r.low[i] {
				continue
			}
			if i > o.first && genderOfGiven(r.low[i-1]) != unknown && !who.name.sameGiven(r.low[i-1]) {
				continue
			}
			o.name = newName([]string{r.text(i)}, r.text(i))
			if i > o.first && who.name.sameGiven(r.low[i-1]) {
				o.name = who.name
			}
			r.assign(o, p)
			return
		}
	}
	if !o.sure {
		return
	}
	// A surname that the body gives alone ends the name.
	for i := o.first; i < o.last; i++ {
		if r.alone[r.low[i]] {
			words := splitName(r.span(o.first, i+1))
			o.last, o.name = i+1, newName(words, r.span(o.first, i+1))
			break
		}
	}
	if o.name.full() {
		r.assign(o, none)
	}
}

// shared completes a given name that shares the surname of the name behind:
// "Graham and Sylvia Pell".
func (r *resolver) shared(o *occurrence) {
	if !o.sure || o.last+1 >= len(r.low) || r.low[o.last] != "and" {
		return
	}
	next := r.nameAt[o.last+1]
	if next == none || len(r.names[next].name.given) != 1 || genderOfGiven(o.name.surname) == unknown || len(r.byName[o.name.surname]) > 0 {
		return
	}
	n := r.names[next].name
	words := splitName(n.text)
	both := []string{r.text(o.first), words[len(words)-1]}
	o.name = newName(both, both[0]+" "+both[1])
	r.assign(o, r.byFullName(o.name))
	r.people[o.person].gender = genderOfName(o.name)
}

// single finds the person whom a single word means.
func (r *resolver) single(o *occurrence) {
	p := r.bySingle(o)
	if p == none && !o.sure {
		return
	}
	r.assign(o, p)
}

// bySingle finds the person whom a single word means: by surname, else by
// given name or nickname, else, for want of any, by a surname misspelt. Where
// several bear it, the title must agree; then whoever is named most, with one
// named in full just before ahead and somebody's relative behind.
func (r *resolver) bySingle(o *occurrence) int {
	word := o.name.surname
	want := r.titleGender(o.first)
	title := ""
	if o.first > 0 && is("title", r.low[o.first-1]) && !courtesy(r.low[o.first-1]) {
		title = spelled(r.low[o.first-1])
	}
	fit := r.bearers(o, want, true)
	if fit == nil {
		fit = r.bearers(o, want, false)
	}
	if title != "" && len(fit) > 0 {
		var agree []int
		for _, pi := range fit {
			if r.people[pi].titles[title] {
				agree = append(agree, pi)
			}
		}
		if agree != nil {
			fit = agree
		}
	}
	switch {
	case len(fit) == 0 && o.sure:
		return r.byMisspelling(word, want)
	case len(fit) == 0:
		return none
	}
	best, bestScore := none, 0
	for _, pi := range fit {
		if score := r.prominence(pi, o.first); best == none || score > bestScore {
			best, bestScore = pi, score
		}
	}
	if len(fit) > 1 {
		o.rivals = slices.DeleteFunc(fit, func(pi int) bool { return pi == best })
	}
	if o.first > 0 && is("title", r.low[o.first-1]) && r.people[best].name.full() {
		r.people[best].titles[spelled(r.low[o.first-1])] = true
	}
	return best
}

// bearers are the people who can be meant by a single word as their surname,
// or else as their given name, with a title of the given gender.
func (r *resolver) bearers(o *occurrence, want gender, bySurname bool) (fit []int) {
	word := o.name.surname
	for _, pi := range r.byName[word] {
		p := &r.people[pi]
		switch {
		case (p.name.surname == word) != bySurname, !bySurname && (!o.sure || want != unknown):
		case !o.sure && !p.name.full() && r.mentionAt(o.first) != pipeline.MentionOther:
		case want != unknown && p.gender != unknown && p.gender != want:
		default:
			fit = append(fit, pi)
		}
	}
	return fit
}

// prominence says how likely a bare surname at token i means person pi.
func (r *resolver) prominence(pi, i int) int {
	p := &r.people[pi]
	score := min(len(p.names), 12) + min(p.fulls, 4)
	if p.kin {
		score -= 6
	}
	if p.gender != unknown && p.gender == r.titleGender(i) {
		score += 4
	}
	if t := r.at(i - 1); courtesy(t) && r.titleGender(i) == female && !p.titles[spelled(t)] && (p.titles["mrs"] || p.titles["mrs."] || p.titles["ms"] || p.titles["ms."]) {
		score -= 12 // one is Mrs., the other Ms.
	}
	// Named in full in this sentence or the one before.
	low := r.doc.Sentences[max(0, r.sentence[i]-1)].First
	for k := i - 1; k >= low; k-- {
		if oi := r.nameAt[k]; oi != none && r.names[oi].name.full() {
			if r.names[oi].person == pi {
				score += 5
			}
			break
		}
	}
	return score
}

// byMisspelling is the one person whose surname differs from word by a letter,
// none if several or nobody's does.
func (r *resolver) byMisspelling(word string, want gender) int {
	found := none
	for pi := range r.people {
		p := &r.people[pi]
		if !p.name.full() || !misspelt(p.name.surname, word) || want != unknown && p.gender != unknown && p.gender != want {
			continue
		}
		if found != none {
			return none
		}
		found = pi
	}
	return found
}
