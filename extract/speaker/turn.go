package speaker

import (
	"sort"
	"strings"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// resolve names the speaker of one claim.
func (r *resolver) resolve(i int) {
	c := &r.doc.Claims[i]
	if len(c.Source) == 0 {
		r.unattributed(i)
		return
	}
	first, last := r.tokens(c.Source[0])
	if first == last {
		return
	}
	a, interview := r.interviewed(first, last)
	if !interview {
		a = r.read(first, last)
	}
	if a.name == "" {
		return
	}
	r.give(i, a, first)
}

// give makes the answer the claim's speaker.
func (r *resolver) give(i int, a answer, token int) {
	c := &r.doc.Claims[i]
	c.Speaker = r.speaker(a)
	if a.why != "" {
		c.Why = append(c.Why, pipeline.Reason{Reason: a.why, Weight: a.weight})
	}
	r.spoken = append(r.spoken, turn{token: token, speaker: c.Speaker, person: a.person, claim: i})
}

// unattributed gives a quotation that nothing attributes to whoever spoke last
// in its paragraph or just before, else to the one person whom the sentences
// right before it are about.
func (r *resolver) unattributed(i int) {
	c := &r.doc.Claims[i]
	if len(c.Cue) > 0 {
		return
	}
	first, last := r.tokens(c.Content[0])
	if first == last {
		return
	}
	if len(r.spoken) > 0 {
		prev := r.spoken[len(r.spoken)-1]
		here := r.doc.Sentences[r.sentence[first]].Paragraph
		there := r.doc.Sentences[r.sentence[prev.token]].Paragraph
		if here == there || here-there <= 2 && r.doc.Claims[prev.claim].Type != pipeline.Indirect {
			s := r.doc.Speakers[prev.speaker]
			r.give(i, answer{name: s.Name, kind: s.Kind, role: s.Role, person: prev.person, why: "nobody else speaks since “" + s.Name + "”", weight: 0.6}, first)
			return
		}
	}
	if p := r.topic(first, 3); p != none {
		r.give(i, r.person(p, "the sentences before are about “"+r.people[p].full()+"”", 0.4), first)
	}
}

// topic is the person who is the subject of the nearest sentences before
// token i, if only one person is; none otherwise.
func (r *resolver) topic(i, sentences int) int {
	found := none
	before := sort.Search(len(r.names), func(k int) bool { return r.names[k].first >= i })
	for k := before - 1; k >= 0 && r.sentence[i]-r.sentence[r.names[k].first] <= sentences; k-- {
		o := &r.names[k]
		if o.person == none || r.quoted[o.first] || !r.subject(o) {
			continue
		}
		if found != none && found != o.person {
			return none
		}
		found = o.person
	}
	return found
}

// ownVoices leads "I" and "we" within a quotation to whoever is quoted; in the
// article's own text they are its author's, whom it need not name. It runs
// when all others are known.
func (r *resolver) ownVoices() {
	var holder []int // claim whose quotation holds the token, made when needed
	for i := range r.doc.Claims {
		c := &r.doc.Claims[i]
		if len(c.Source) == 0 || c.Speaker != pipeline.NoSpeaker {
			continue
		}
		first, last := r.tokens(c.Source[0])
		if last-first != 1 || !r.quoted[first] || !firstPerson(r.low[first]) {
			continue
		}
		if holder == nil {
			holder = r.quotedBy()
		}
		if k := holder[first]; k != none && k != i {
			s := r.doc.Claims[k].Speaker
			c.Speaker = s
			c.Why = append(c.Why, pipeline.Reason{Reason: "“" + r.text(first) + "” is said by “" + r.doc.Speakers[s].Name + "”, who is quoted", Weight: 0.8})
		}
	}
}

// quotedBy is for each token the claim with a known speaker in whose content
// it is quoted, the outermost of several.
func (r *resolver) quotedBy() []int {
	holder := filled(len(r.low))
	for i := range r.doc.Claims {
		c := &r.doc.Claims[i]
		if c.Speaker == pipeline.NoSpeaker || c.Type == pipeline.Indirect {
			continue
		}
		for _, s := range c.Content {
			for k, last := r.tokens(s); k < last; k++ {
				if r.quoted[k] && holder[k] == none {
					holder[k] = i
				}
			}
		}
	}
	return holder
}

func firstPerson(w string) bool {
	switch w {
	case "i", "we", "my", "our", "me", "us", "myself":
		return true
	}
	return false
}

// interviewed reads the "A:" of an interview in questions and answers: the
// person whom the article names first. The "Q:" is its author's.
func (r *resolver) interviewed(first, last int) (answer, bool) {
	if w := r.low[first]; last-first != 1 || w != "a" && w != "q" || r.at(last) != ":" && r.at(last) != "." {
		return answer{}, false
	}
	if r.low[first] == "q" {
		return answer{person: none}, true
	}
	best := none
	for pi := range r.people {
		if p := &r.people[pi]; p.first < first && (best == none || p.first < r.people[best].first) {
			best = pi
		}
	}
	if best == none {
		return answer{person: none}, true
	}
	return r.person(best, "“A” answers in the interview with “"+r.people[best].full()+"”", 0.7), true
}

// speaker is the index of the answer's speaker in the document, added if new.
func (r *resolver) speaker(a answer) int {
	key := string(a.kind) + "\x00" + strings.ToLower(a.name)
	if i, ok := r.index[key]; ok {
		return i
	}
	s := pipeline.Speaker{Name: a.name, Kind: a.kind, Role: a.role}
	if a.person != none {
		s.Aliases = r.people[a.person].aliases()
	}
	r.doc.Speakers = append(r.doc.Speakers, s)
	i := len(r.doc.Speakers) - 1
	r.index[key] = i
	return i
}
