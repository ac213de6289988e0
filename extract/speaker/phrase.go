package speaker

import (
	"strings"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// head is the token that heads the noun phrase [first, last): the last noun
// before the first preposition, comma or clause.
func (r *resolver) head(first, last int) int {
	head := none
	for i := first; i < last; i++ {
		t := r.tag(i)
		m, o := r.mention[i], r.nameAt[i]
		if !r.insideName(i) && i > first && (r.opensClause(i) || t == "VBG" && !r.nounAt(i+1, last) || t == "VBN" && head != none && (head == i-1 || !r.nounAt(i+1, last))) {
			if head != none {
				break
			}
			continue
		}
		if r.isNoun(i) || t == "JJ" && i+1 == last && is("role", r.low[i]) || m != none || o != none && r.names[o].person != none || t == "PRP" || t == "CD" || head == none && (t == "DT" || t == "JJ") {
			if quoteMark(r.low[i]) || r.tag(i) == "POS" {
				continue
			}
			head = i
		}
	}
	if head == none {
		return last - 1
	}
	for head > first && suffix(r.low[head]) {
		head--
	}
	return head
}

// insideName reports whether token i goes on a name that began before it.
func (r *resolver) insideName(i int) bool {
	m, o := r.mention[i], r.nameAt[i]
	return m != none && r.doc.Mentions[m].First < i || o != none && r.names[o].first < i
}

// opensClause reports whether a word ends the noun phrase before it: a
// preposition, conjunction, relative pronoun or aside.
func (r *resolver) opensClause(i int) bool {
	switch r.tag(i) {
	case "IN", "TO", "WP", "WDT", "CC":
		return true
	}
	return aside(r.low[i])
}

func (r *resolver) nounAt(i, last int) bool { return i < last && r.isNoun(i) }

// core is where the head's own words end: before an aside or a clause that
// tells who they are but is no part of what they are called.
func (r *resolver) core(head, last int) int {
	for i := head + 1; i < last; i++ {
		if aside(r.low[i]) && r.low[i] != "-" && (r.low[i] != "," || !r.enumerates(i, last)) || r.tag(i) == "WP" || r.tag(i) == "WDT" && r.low[i] != "that" {
			return i
		}
	}
	return last
}

// enumerates reports whether the comma at token i parts the members of a list
// ("Florida, Illinois and Ohio").
func (r *resolver) enumerates(i, last int) bool {
	if !r.capital(min(i+1, last-1)) || i+1 >= last {
		return false
	}
	for k := i + 1; k < last && k < i+8; k++ {
		if r.low[k] == "and" {
			return k+1 < last && r.capital(k+1)
		}
		if !r.capital(k) && r.low[k] != "," {
			return false
		}
	}
	return false
}

// named is the text of tokens [first, last) without a leading article, in
// which "his" and "her" give way to the name they stand for: "Scott's aides".
func (r *resolver) named(first, last int) string {
	for first < last-1 && (article(r.low[first]) || r.low[first] == "as" && r.tag(first) == "IN") {
		first++
	}
	var b strings.Builder
	from := first
	for i := first; i < last; i++ {
		w := r.low[i]
		possessive := r.tag(i) == "PRP$" && (w == "his" || w == "her")
		object := r.tag(i) == "PRP" && (w == "him" || w == "her")
		if !possessive && !object {
			continue
		}
		p := r.antecedent(i, genderOf(w), none)
		if p == none {
			continue
		}
		if i > from {
			b.WriteString(r.span(from, i) + " ")
		}
		b.WriteString(r.people[p].short())
		if possessive {
			b.WriteString("'s")
		}
		if from = i + 1; from < last && !strings.HasPrefix(r.low[from], ",") {
			b.WriteString(" ")
		}
	}
	if from < last {
		b.WriteString(r.span(from, last))
	}
	return strings.TrimSpace(b.String())
}

// asWorded keeps a source as the article words it: an organization, a group,
// or somebody it does not name.
func (r *resolver) asWorded(first, head, last int) answer {
	end := r.core(head, last)
	for end < last && end > first+1 && quoteMark(r.low[end-1]) {
		end--
	}
	for first < end-1 && quoteMark(r.low[first]) {
		first++
	}
	a := answer{name: strings.Trim(r.named(first, end), " ”“\"’‘"), person: none}
	if a.name == "" {
		return a
	}
	if w := r.span(first, end); r.tag(first) == "PRP$" && !strings.HasSuffix(w, a.name) {
		a.why, a.weight = "“"+w+"” is “"+a.name+"” by who was named before", 0.6
	}
	a.kind = r.kind(first, head)
	if a.kind == pipeline.Person {
		a.name = r.span(first, head+1)
	}
	return a
}

// kind guesses what sort of speaker a phrase that names no known person is.
func (r *resolver) kind(first, head int) pipeline.SpeakerKind {
	noun, tag := r.low[head], r.tag(head)
	t := r.mentionAt(head)
	switch {
	case noun == "one" || noun == "another" || noun == "someone":
		return pipeline.Unnamed
	case tag == "NNS" && personNoun(strings.TrimSuffix(noun, "s")), groupWord(noun):
		return pipeline.Group
	case is("organization", noun) || is("document", noun) || is("company", noun):
		return pipeline.Organization
	case r.mention[head] != none && (t == pipeline.MentionOrganization || t == pipeline.MentionPlace) && !personNoun(noun):
		return pipeline.Organization
	case tag == "NNS" || tag == "NNPS":
		return pipeline.Group
	case personNoun(noun):
		return pipeline.Unnamed
	case tag == "NNP" && r.capital(head) && head-first < 4:
		return r.properKind(first, head)
	case tag == "NN" && r.mention[head] == none && head > first:
		return pipeline.Organization // a document, a body or what else speaks
	case tag == "DT" || tag == "JJ" || tag == "CD":
		return pipeline.Group
	}
	return pipeline.Unnamed
}

func groupWord(w string) bool {
	switch w {
	case "some", "many", "others", "few", "several", "most", "all", "both", "people", "those", "these", "public", "majority", "crowd", "couple", "percent", "family", "men", "women", "officials", "critics", "democrats", "republicans":
		return true
	}
	return false
}

// properKind guesses what a name is that was not recognised as a mention: a
// person, unless a word in it names a body.
func (r *resolver) properKind(first, head int) pipeline.SpeakerKind {
	for i := first; i <= head; i++ {
		if is("organization", r.low[i]) || is("document", r.low[i]) || r.tag(i) == "CD" {
			return pipeline.Organization
		}
	}
	switch {
	case len(r.low[head]) == 1:
		return pipeline.Unnamed // "Q:" and "A:" of an interview
	case head == first && r.acronym(head), article(r.low[first]):
		return pipeline.Organization
	}
	return pipeline.Person
}
