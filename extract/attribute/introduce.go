package attribute

// introducing is how likely a claim is whose quotation a clause and a colon
// introduce, whatever the verb: "She put it this way: “…”".
const introducing = 0.85

// introduced finds the quotations that a colon of the sentence introduces,
// within it or behind its end, and the cue in the clause before the colon. It
// returns the claims and the heads of their cues.
func (v *view) introduced(s rng, units []unit) ([]draft, map[int]bool) {
	var out []draft
	led := map[int]bool{}
	for i := s.first + 1; i < s.last; i++ {
		if !v.in(i, ":") || !v.outside(i) || i+1 >= len(v.lower) || !v.opensQuote(i+1) {
			continue
		}
		if i+1 >= s.last && !v.follows(i, i+1) {
			continue
		}
		best := none
		for k, u := range units {
			if u.cue.last <= i && !u.source.empty() && v.finite(u.cue.first) && (best == none || u.score > units[best].score) {
				best = k
			}
		}
		if best == none {
			continue
		}
		u := units[best]
		u.score = max(u.score, introducing)
		q := v.quotes[v.quote[i+1]]
		if v.in(q.Last-2, ",") && q.Last < s.last {
			continue // the quotation leads to its own cue
		}
		led[u.head] = true
		out = append(out, draft{unit: u, content: []rng{{q.First, q.Last}}, pattern: "a colon leads from who said it to the quotation"})
	}
	return out, led
}

// follows reports whether token j comes right behind i, in its paragraph or as
// the beginning of the next.
func (v *view) follows(i, j int) bool {
	a, b := v.doc.Sentences[v.sent[i]], v.doc.Sentences[v.sent[j]]
	return a.Part == b.Part && b.Paragraph-a.Paragraph <= 1
}
