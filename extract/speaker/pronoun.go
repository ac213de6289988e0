package speaker

import (
	"sort"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// pronoun resolves the pronoun at token i; false if it is none.
func (r *resolver) pronoun(i int) (answer, bool) {
	switch w := r.lower(i); w {
	case "he", "him", "his", "himself":
		return r.personal(i, male), true
	case "she", "her", "hers", "herself":
		return r.personal(i, female), true
	case "they", "their", "them", "theirs":
		return r.plural(i), true
	case "it", "its":
		return r.body(i), true
	case "who", "which", "that", "whom", "whose":
		if r.tag(i) == "DT" {
			return answer{}, false
		}
		return r.relative(i), true
	case "i", "we", "my", "our", "me", "us", "you":
		return answer{person: none}, true // the author's own voice has no name
	}
	return answer{}, false
}

// personal finds the person whom "he" or "she" means: who is named before, not
// too far off, of no other gender; whoever spoke last and whoever a sentence
// begins with are likelier. (Hobbs 1978 and Lappin & Leass 1994 weigh recency
// and subjecthood alike.)
func (r *resolver) personal(i int, want gender) answer {
	best, bestScore := none, 0.0
	for pi := range r.people {
		p := &r.people[pi]
		if p.gender != unknown && p.gender != want {
			continue
		}
		score, ok := r.salience(pi, i)
		if !ok {
			continue
		}
		if p.gender == want {
			score++
		}
		if best == none || score > bestScore {
			best, bestScore = pi, score
		}
	}
	word := r.lower(i)
	if best == none {
		return r.unnamedBefore(i)
	}
	return r.named(best, "“"+word+"” most likely means “"+r.people[best].full()+"”, named or heard just before", 0.7)
}

// salience weighs how present a person is at token i; false if they were not
// mentioned in the sentences before.
func (r *resolver) salience(pi, i int) (float64, bool) {
	here := r.sentence[i]
	score, seen := 0.0, false
	mentions := r.people[pi].mentions
	for k := sort.Search(len(mentions), func(k int) bool { return r.doc.Mentions[mentions[k]].First >= i }) - 1; k >= 0; k-- {
		m := r.doc.Mentions[mentions[k]]
		gap := here - r.sentence[m.First]
		if gap > 8 {
			break
		}
		s := 4.0 - float64(gap)
		if r.subject(m) {
			s += 2
		}
		if r.inQuote[m.First] {
			s -= 3
		}
		if m.Last < len(r.doc.Tokens) && r.tag(m.Last) == "POS" {
			s--
		}
		if !seen || s > score {
			score, seen = s, true
		}
	}
	for k := len(r.spoken) - 1; k >= 0; k-- {
		t := r.spoken[k]
		gap := here - r.sentence[t.token]
		if gap > 8 {
			break
		}
		if t.person != pi || t.token >= i {
			continue
		}
		s := 6.5 - float64(gap)
		if k == len(r.spoken)-1 {
			s++
		}
		if !seen || s > score {
			score, seen = s, true
		}
		break
	}
	return score, seen
}

// subject reports whether a mention is likely a subject: a finite verb follows
// it, aside or not, or it begins its sentence.
func (r *resolver) subject(m pipeline.Mention) bool {
	if m.Last < len(r.doc.Tokens) {
		switch r.tag(m.Last) {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
	}
	return m.First == r.doc.Sentences[r.sentence[m.First]].First
}

// unnamedBefore is the unnamed person who spoke last, for a pronoun that no
// name fits.
func (r *resolver) unnamedBefore(i int) answer {
	for k := len(r.spoken) - 1; k >= 0 && k >= len(r.spoken)-3; k-- {
		s := r.doc.Speakers[r.spoken[k].speaker]
		if s.Kind == pipeline.Unnamed && r.spoken[k].token < i {
			return answer{name: s.Name, kind: s.Kind, role: s.Role, person: none, why: "“" + r.lower(i) + "” goes on from who spoke before", weight: 0.5}
		}
	}
	return answer{person: none}
}

// plural finds the group or body that "they" means: the last that spoke.
func (r *resolver) plural(i int) answer {
	for k := len(r.spoken) - 1; k >= 0; k-- {
		s := r.doc.Speakers[r.spoken[k].speaker]
		if r.sentence[i]-r.sentence[r.spoken[k].token] > 6 {
			break
		}
		if s.Kind == pipeline.Group || s.Kind == pipeline.Organization {
			return answer{name: s.Name, kind: s.Kind, role: s.Role, person: none, why: "“" + r.lower(i) + "” goes on from who spoke before", weight: 0.6}
		}
	}
	return r.nounBefore(i, func(first, head int) bool { return r.tag(head) == "NNS" || r.tag(head) == "NNPS" })
}

// body finds the organization or document that "it" means.
func (r *resolver) body(i int) answer {
	for k := len(r.spoken) - 1; k >= 0; k-- {
		s := r.doc.Speakers[r.spoken[k].speaker]
		if r.sentence[i]-r.sentence[r.spoken[k].token] > 6 {
			break
		}
		if s.Kind == pipeline.Organization {
			return answer{name: s.Name, kind: s.Kind, role: s.Role, person: none, why: "“" + r.lower(i) + "” goes on from who spoke before", weight: 0.6}
		}
	}
	return r.nounBefore(i, func(first, head int) bool {
		return is("organization", r.lower(head)) || is("document", r.lower(head)) || r.mentionAt(head) == pipeline.MentionOrganization
	})
}

// nounBefore is the nearest noun phrase before token i, in its sentence or the
// one before, whose head fits.
func (r *resolver) nounBefore(i int, fits func(first, head int) bool) answer {
	low := r.doc.Sentences[max(0, r.sentence[i]-1)].First
	best := answer{person: none}
	for s := r.sentence[i]; s >= 0 && r.doc.Sentences[s].First >= low; s-- {
		sent := r.doc.Sentences[s]
		for h := sent.First; h < min(sent.Last, i); h++ {
			if r.inQuote[h] || !r.isNoun(h) || h+1 < len(r.doc.Tokens) && (r.isNoun(h+1) || r.tag(h+1) == "POS") {
				continue
			}
			first := h
			for first > sent.First && r.roleWord(first-1) {
				first--
			}
			if fits(first, h) {
				a := r.asWorded(first, h, h+1)
				a.why, a.weight = "“"+r.lower(i)+"” most likely means “"+a.name+"”", 0.5
				return a
			}
		}
	}
	return best
}

// relative finds the antecedent of "who" or "which": the noun phrase before
// it.
func (r *resolver) relative(i int) answer {
	low := r.doc.Sentences[r.sentence[i]].First
	j := i - 1
	for j > low && (r.lower(j) == "," || r.lower(j) == ")" || r.lower(j) == "(") {
		j--
	}
	if j < low {
		return answer{person: none}
	}
	// Through an aside back to the name it describes.
	if p := r.nearPerson(j, low); p != none {
		return r.named(p, "“"+r.lower(i)+"” means “"+r.people[p].full()+"”, named right before", 0.9)
	}
	first := j
	for first > low && (r.roleWord(first-1) || r.tag(first-1) == "CD" || r.lower(first-1) == "of") {
		first--
	}
	a := r.antecedent(first, j+1)
	a.why, a.weight = "“"+r.lower(i)+"” means “"+a.name+"”, named right before", 0.8
	return a
}

// antecedent reads an antecedent that is no pronoun.
func (r *resolver) antecedent(first, last int) answer {
	return r.asWorded(first, r.head(first, last), last)
}

// nearPerson is the person whose mention ends at token j, or in whose aside j
// stands.
func (r *resolver) nearPerson(j, low int) int {
	if p := r.personAt(j); p != none && r.mention[j] != none {
		return p
	}
	for k := j; k > low && k > j-10; k-- {
		if r.lower(k) == "," && r.mention[k-1] != none {
			return r.personAt(k - 1)
		}
	}
	return none
}
