package speaker

import (
	"sort"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// pronoun resolves the pronoun at token i; false if it is none.
func (r *resolver) pronoun(i int) (answer, bool) {
	switch r.low[i] {
	case "he", "him", "his", "himself":
		return r.personal(i, male), true
	case "she", "her", "hers", "herself":
		return r.personal(i, female), true
	case "they", "their", "them", "theirs", "these", "those":
		return r.plural(i), true
	case "it", "its":
		return r.impersonal(i), true
	case "who", "which", "that", "whom", "whose":
		if r.tag(i) == "DT" {
			return answer{person: none}, true
		}
		return r.relative(i), true
	case "i", "we", "my", "our", "me", "us", "you", "myself", "ourselves":
		return answer{person: none}, true // the author's own voice; see ownVoice
	}
	return answer{}, false
}

// personal finds the person whom "he" or "she" means.
func (r *resolver) personal(i int, want gender) answer {
	if a, ok := r.stillUnnamed(i, want); ok {
		return a
	}
	if p := r.antecedent(i, want, none); p != none {
		return r.person(p, "“"+r.low[i]+"” most likely means “"+r.people[p].full()+"”, named or heard just before", 0.7)
	}
	return answer{person: none}
}

// How far back an antecedent is sought, in sentences and in names.
const (
	reachSentences = 8
	reachNames     = 60
)

// antecedent is the person whom a pronoun of the given gender at token i
// means, but for one person; none if nobody fits. Candidates are those named
// or heard in the sentences before, of no other gender. Recency and
// subjecthood weigh most, as in Lappin and Leass (1994); whoever spoke last
// is likely to go on.
func (r *resolver) antecedent(i int, want gender, but int) int {
	here := r.sentence[i]
	scores := map[int]float64{}
	consider := func(p int, score float64) {
		who := &r.people[p]
		if p == but || who.gender != unknown && want != unknown && who.gender != want {
			return
		}
		if who.gender == want && want != unknown {
			score++
		}
		if old, seen := scores[p]; !seen || score > old {
			scores[p] = score
		}
	}
	from := sort.Search(len(r.names), func(k int) bool { return r.names[k].first >= i })
	for k := from - 1; k >= 0 && k >= from-reachNames; k-- {
		o := &r.names[k]
		gap := here - r.sentence[o.first]
		if gap > reachSentences {
			break
		}
		if o.person != none && (o.sure || r.people[o.person].name.surname == o.name.surname) {
			consider(o.person, r.presence(o, i, gap))
		}
	}
	for k := len(r.spoken) - 1; k >= 0 && k >= len(r.spoken)-reachNames; k-- {
		t := r.spoken[k]
		gap := here - r.sentence[t.token]
		if gap > reachSentences {
			break
		}
		if t.person == none || t.token >= i {
			continue
		}
		score := 6.5 - float64(gap)
		if k == len(r.spoken)-1 {
			score++
		}
		consider(t.person, score)
	}
	best, bestScore := none, 0.0
	for p, score := range scores {
		if best == none || score > bestScore || score == bestScore && r.people[p].first < r.people[best].first {
			best, bestScore = p, score
		}
	}
	return best
}

// presence weighs one name as the antecedent of a pronoun gap sentences later.
func (r *resolver) presence(o *occurrence, i, gap int) float64 {
	score := 4 - float64(gap)
	if r.subject(o) {
		score += 2
	}
	if r.quoted[o.first] && !r.quoted[i] {
		score -= 3
	}
	if r.at(o.last) == "’s" || r.at(o.last) == "'s" || o.last < len(r.low) && r.isNoun(o.last) && r.nameAt[o.last] == none {
		score--
	}
	if o.first > 0 && r.tag(o.first-1) == "IN" {
		score -= 0.5
	}
	return score
}

// subject reports whether a name is likely a subject: a finite verb follows
// it, behind an aside or not, or it begins its sentence.
func (r *resolver) subject(o *occurrence) bool {
	if o.last < len(r.low) {
		switch r.tag(o.last) {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
	}
	first := o.first
	for first > 0 && is("title", r.low[first-1]) {
		first--
	}
	return first == r.doc.Sentences[r.sentence[o.first]].First
}

// stillUnnamed answers with the unnamed person who spoke last, if nobody of
// the pronoun's gender has been named since.
func (r *resolver) stillUnnamed(i int, want gender) (answer, bool) {
	if len(r.spoken) == 0 {
		return answer{}, false
	}
	t := r.spoken[len(r.spoken)-1]
	s := r.doc.Speakers[t.speaker]
	if s.Kind != pipeline.Unnamed || t.token >= i || r.sentence[i]-r.sentence[t.token] > 2 {
		return answer{}, false
	}
	for k := t.token; k < i; k++ {
		p := r.personAt(k)
		if p == none || r.quoted[k] || r.roleOf[k] != none {
			continue
		}
		if o := &r.names[r.nameAt[k]]; r.subject(o) && (r.people[p].gender == want || r.people[p].gender == unknown) {
			return answer{}, false
		}
	}
	return answer{name: s.Name, kind: s.Kind, role: s.Role, person: none, why: "“" + r.low[i] + "” goes on from who spoke before", weight: 0.5}, true
}
