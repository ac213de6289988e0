package speaker

import (
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// A person is somebody whom the article names, with everything it says of who
// they are.
type person struct {
	name     []string // words of the fullest form
	forms    map[string]bool
	gender   gender
	roles    []string // as worded, in text order
	mentions []int    // indexes into Document.Mentions
	first    int      // token of the first mention
}

func (p *person) full() string    { return strings.Join(p.name, " ") }
func (p *person) surname() string { return strings.ToLower(p.name[surnameAt(p.name)]) }
func (p *person) given() string   { return strings.ToLower(p.name[0]) }

// surnameAt is the index of the surname: the last word but for "Jr." and the
// like.
func surnameAt(name []string) int {
	i := len(name) - 1
	for i > 0 && suffix(name[i]) {
		i--
	}
	return i
}

func suffix(w string) bool {
	switch strings.ToLower(strings.Trim(w, ".,")) {
	case "jr", "sr", "ii", "iii", "iv", "mp", "md", "phd", "esq", "qc", "kc":
		return true
	}
	return false
}

// words cuts a mention into the words of a name, titles left out.
func (r *resolver) words(m pipeline.Mention) (name []string) {
	for i := m.First; i < m.Last; i++ {
		w := r.text(i)
		if w == "," || w == "'s" || w == "’s" || w == "\"" {
			continue
		}
		if len(name) == 0 && i < m.Last-1 && is("title", strings.ToLower(w)) {
			continue
		}
		name = append(name, w)
	}
	return name
}

// gather groups the mentions of people: full names first, in text order, then
// single words, each to the person it most likely means.
func (r *resolver) gather() {
	d := r.doc
	r.personOf = make([]int, len(d.Mentions))
	for i := range r.personOf {
		r.personOf[i] = none
	}
	for i, m := range d.Mentions {
		if m.Type != pipeline.MentionPerson {
			continue
		}
		if name := r.words(m); len(name) > 1 {
			r.assign(i, r.byFullName(name), name)
		}
	}
	for i, m := range d.Mentions {
		if r.personOf[i] != none {
			continue
		}
		name := r.words(m)
		if len(name) != 1 {
			continue
		}
		p := r.bySingle(i, name[0])
		if p == none && m.Type != pipeline.MentionPerson {
			continue
		}
		r.assign(i, p, name)
	}
	for i := range r.people {
		p := &r.people[i]
		slices.Sort(p.mentions)
		p.first = d.Mentions[p.mentions[0]].First
		r.describe(p)
	}
}

// assign adds mention i to person p, or to a new one if p is none.
func (r *resolver) assign(i, p int, name []string) {
	if p == none {
		r.people = append(r.people, person{name: name, forms: map[string]bool{}})
		p = len(r.people) - 1
	}
	who := &r.people[p]
	if len(name) > len(who.name) {
		who.name = name
	}
	for _, w := range []string{who.surname(), who.given()} {
		if !slices.Contains(r.byName[w], p) {
			r.byName[w] = append(r.byName[w], p)
		}
	}
	who.forms[strings.Join(name, " ")] = true
	who.mentions = append(who.mentions, i)
	r.personOf[i] = p
}

// byFullName finds a person whose name agrees: same surname, same given name
// (or its initial), middle names aside.
func (r *resolver) byFullName(name []string) int {
	surname := strings.ToLower(name[surnameAt(name)])
	given := strings.ToLower(name[0])
	for _, i := range r.byName[surname] {
		p := &r.people[i]
		if len(p.name) > 1 && p.surname() == surname && sameGiven(p.given(), given) {
			return i
		}
	}
	return none
}

func sameGiven(a, b string) bool {
	if a == b {
		return true
	}
	a, b = strings.TrimSuffix(a, "."), strings.TrimSuffix(b, ".")
	return len(a) == 1 && strings.HasPrefix(b, a) || len(b) == 1 && strings.HasPrefix(a, b)
}

// bySingle finds the person whom a single word means: by surname, else by
// given name. Where several share it, a title before the word ("Mrs.") must
// agree, and the one mentioned last before it, or else first, is taken.
func (r *resolver) bySingle(i int, word string) int {
	word = strings.ToLower(word)
	m := r.doc.Mentions[i]
	want := r.titleGender(m.First)
	best, bestAt, surname := none, -1, false
	for _, pi := range r.byName[word] {
		p := &r.people[pi]
		bySurname := p.surname() == word
		if !bySurname && (p.given() != word || m.Type != pipeline.MentionPerson) {
			continue
		}
		if m.Type != pipeline.MentionPerson && len(p.name) == 1 {
			continue
		}
		if g := r.genderBefore(p); want != unknown && g != unknown && g != want {
			continue
		}
		at := r.lastBefore(p, i)
		if best == none || bySurname && !surname || bySurname == surname && better(at, bestAt) {
			best, bestAt, surname = pi, at, bySurname
		}
	}
	return best
}

// better prefers the later mention before, and any mention before to none.
func better(at, than int) bool { return at > than }

// lastBefore is the index of the person's last mention before mention i, -1 if
// they are first named later.
func (r *resolver) lastBefore(p *person, i int) int {
	last := -1
	for _, m := range p.mentions {
		if m < i && m > last {
			last = m
		}
	}
	return last
}

// titleGender is the gender that the title right before token i tells.
func (r *resolver) titleGender(i int) gender {
	if i > 0 && is("title", r.lower(i-1)) {
		return genderOf(r.lower(i - 1))
	}
	return unknown
}

// genderBefore is what a person's names and titles tell of their gender.
func (r *resolver) genderBefore(p *person) gender {
	if len(p.name) > 1 {
		if g := genderOf(p.given()); g != unknown {
			return g
		}
	}
	for _, m := range p.mentions {
		if g := r.titleGender(r.doc.Mentions[m].First); g != unknown {
			return g
		}
	}
	return unknown
}

// describe fills a person's roles and gender from the words around their
// mentions.
func (r *resolver) describe(p *person) {
	p.gender = r.genderBefore(p)
	for _, mi := range p.mentions {
		m := r.doc.Mentions[mi]
		for _, role := range []string{r.roleBefore(m), r.roleApart(m), r.roleAfter(m)} {
			if role == "" || slices.Contains(p.roles, role) {
				continue
			}
			p.roles = append(p.roles, role)
			if p.gender == unknown {
				for _, w := range strings.Fields(strings.ToLower(role)) {
					if g := genderOf(w); g != unknown && w != "king" {
						p.gender = g
					}
				}
			}
		}
	}
}
