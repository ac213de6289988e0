package speaker

import (
	"strings"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// plural finds the group or body that "they" means: the last that spoke, or
// else the nearest several before.
func (r *resolver) plural(i int) answer {
	return r.again(i, func(s pipeline.Speaker) bool { return s.Kind == pipeline.Group || s.Kind == pipeline.Organization }, func(head int) bool {
		return r.tag(head) == "NNS" || r.tag(head) == "NNPS" || groupWord(r.low[head])
	})
}

// impersonal finds the organization or document that "it" means.
func (r *resolver) impersonal(i int) answer {
	return r.again(i, func(s pipeline.Speaker) bool { return s.Kind == pipeline.Organization }, func(head int) bool {
		return is("organization", r.low[head]) || is("document", r.low[head]) || is("company", r.low[head]) ||
			r.mention[head] != none && r.mentionAt(head) == pipeline.MentionOrganization
	})
}

// again answers with the last speaker that fits, if one spoke not long before
// token i, else with the nearest noun phrase that does.
func (r *resolver) again(i int, spoke func(pipeline.Speaker) bool, fits func(head int) bool) answer {
	for k := len(r.spoken) - 1; k >= 0 && k >= len(r.spoken)-8; k-- {
		s := r.doc.Speakers[r.spoken[k].speaker]
		if r.sentence[i]-r.sentence[r.spoken[k].token] > 5 {
			break
		}
		if r.spoken[k].token < i && spoke(s) {
			return answer{name: s.Name, kind: s.Kind, role: s.Role, person: none, why: "“" + r.low[i] + "” goes on from who spoke before", weight: 0.6}
		}
	}
	return r.nounBefore(i, fits)
}

// nounBefore is the noun phrase nearest to token i, of its sentence or the one
// before, whose head fits; a sentence's first before its later ones.
func (r *resolver) nounBefore(i int, fits func(head int) bool) answer {
	for s := r.sentence[i]; s >= 0 && s >= r.sentence[i]-1; s-- {
		sent := r.doc.Sentences[s]
		for h := sent.First; h < min(sent.Last, i); h++ {
			if r.quoted[h] || !r.isNoun(h) || h+1 < len(r.low) && (r.isNoun(h+1) || r.tag(h+1) == "POS") || !fits(h) {
				continue
			}
			first := h
			for first > sent.First && r.modifier(first-1) {
				first--
			}
			a := r.body(first, h, h+1)
			if a.name == "" {
				continue
			}
			a.why, a.weight = "“"+r.low[i]+"” most likely means “"+a.name+"”", 0.5
			return a
		}
	}
	return answer{person: none}
}

// relative finds the antecedent of "who" or "which" at token i: the nearest
// head before it that such a pronoun can stand for, through asides and
// prepositional phrases ("voters in Ohio who").
func (r *resolver) relative(i int) answer { return r.relativeTo(i, i-1) }

// relativeTo is relative for an antecedent that ends at token j.
func (r *resolver) relativeTo(i, j int) answer {
	low := r.doc.Sentences[r.sentence[i]].First
	animate := r.low[i] == "who" || r.low[i] == "whom"
	for j > low && (aside(r.low[j]) || quoteMark(r.low[j]) || r.tag(j) == "IN" || r.tag(j) == "DT" && j == i-2) {
		j--
	}
	if j < low {
		return answer{person: none}
	}
	for k := j; k >= low && k > j-24; k-- {
		if a, ok := r.antecedentAt(i, j, k, animate); ok {
			return a
		}
		if t := r.tag(k); k < j && (t == "VBD" || t == "VBZ" || t == "VBP" || t == "MD") {
			break
		}
	}
	first := j
	for first > low && r.modifier(first-1) {
		first--
	}
	a := r.body(first, r.head(first, j+1), j+1)
	a.why, a.weight = "“"+r.low[i]+"” means “"+a.name+"”, named right before", 0.6
	return a
}

// antecedentAt reads the word at token k, not behind j, as the antecedent of
// the relative pronoun at token i; false if it cannot be.
func (r *resolver) antecedentAt(i, j, k int, animate bool) (answer, bool) {
	low := r.doc.Sentences[r.sentence[i]].First
	means := "“" + r.low[i] + "” means “"
	if p := r.personAt(k); p != none && (animate || k == j) && r.names[r.nameAt[k]].sure {
		if holder := r.roleOf[k]; holder != none && holder != p && r.names[r.nameAt[k]].last < i-1 {
			p = holder // "Kim Moe, a lawyer for Jan Lie, who"
		}
		return r.person(p, means+r.people[p].full()+"”, named right before", 0.9), true
	}
	if animate && r.isNoun(k) && !r.nounAt(k+1, j+1) && r.animate(k) || !animate && r.isNoun(k) {
		if p := r.roleOf[k]; p != none && animate {
			return r.person(p, means+r.people[p].full()+"”, whom “"+r.low[k]+"” describes", 0.8), true
		}
		first := k
		for first > low && (r.modifier(first-1) || r.tag(first-1) == "CD" && r.tag(first) != "CD") {
			first--
		}
		a := r.body(first, k, j+1)
		a.why, a.weight = means+a.name+"”, named right before", 0.8
		return a, true
	}
	if animate && (groupWord(r.low[k]) || r.low[k] == "one" || r.low[k] == "anyone" || r.low[k] == "someone") {
		a := r.asWorded(k, k, j+1)
		a.why, a.weight = means+a.name+"”, named right before", 0.7
		return a, true
	}
	return answer{}, false
}

// animate reports whether the noun at token k can be followed by "who".
func (r *resolver) animate(k int) bool {
	w := r.low[k]
	if personNoun(w) || groupWord(w) {
		return true
	}
	if r.tag(k) != "NNS" && r.tag(k) != "NNPS" {
		return false
	}
	if r.tag(k) == "NNPS" {
		return true
	}
	single := strings.TrimSuffix(w, "s")
	return personNoun(single) || r.tag(k) == "NNS" && !is("document", w) && !is("document", single) && !is("notrole", single) && !is("organization", single) && strings.HasSuffix(single, "n")
}
