package attribute

// units lists the possible cues of a sentence with their sources, in text
// order.
func (v *view) units(s rng) []unit {
	var out []unit
	for i := s.first; i < s.last; i++ {
		if !v.outside(i) {
			continue
		}
		switch {
		case v.in(i, "according") && i+1 < s.last && v.in(i+1, "to"):
			if u, ok := v.according(i, s); ok {
				out = append(out, u)
			}
		case v.isVerb(i) && !v.helps(i, s.last):
			out = append(out, v.verbUnit(i, s, out))
		case v.tag(i) == "NN" || v.tag(i) == "NNS":
			if u, ok := v.nounUnit(i, s); ok {
				out = append(out, u)
			}
		}
	}
	return out
}

// helps reports whether the verb at i is only an auxiliary of a verb that
// follows.
func (v *view) helps(i, high int) bool {
	if !v.auxiliary(i) {
		return false
	}
	for j := i + 1; j < high && j < i+6; j++ {
		switch {
		case v.isVerb(j):
			return true
		case v.isAdverb(j) || v.auxiliary(j) || v.in(j, "not", "n't", "n’t"):
		default:
			return true // a bare auxiliary attributes nothing
		}
	}
	return true
}

// according reads "according to SOURCE".
func (v *view) according(i int, s rng) (unit, bool) {
	np := v.nounAfter(i+2, s.last)
	if np.empty() {
		return unit{}, false
	}
	if i > s.first || np.last+1 < s.last && v.in(np.last+1, "a", "an", "who", "the") {
		np.last = v.apposition(np.last, s.last)
	}
	u := unit{cue: rng{i, i + 2}, head: i, source: np, inverted: true, score: 0.92}
	u.frame = "according"
	return u, true
}

// verbUnit makes a unit of the verb at i.
func (v *view) verbUnit(i int, s rng, prev []unit) unit {
	g := v.verbGroup(i, s.first)
	u := unit{cue: rng{g.first, v.particle(i, s.last)}, head: i}
	if np, ok := v.invertedSubject(g, u.cue.last, s); ok {
		u.source, u.inverted = np, true
	} else if !v.passive(g, i) {
		u.source = v.subject(g, s.first, prev)
	} else {
		u.source = v.agent(u.cue.last, s.last)
	}
	u.frame = v.frame(u, s)
	u.score = loadLexicon().probability(v.lemma(i), u.frame)
	return u
}

// agent is the "by SOURCE" of a passive.
func (v *view) agent(j, high int) rng {
	if j < high && v.in(j, "by") && v.outside(j) {
		return v.nounAfter(j+1, high)
	}
	return rng{j, j}
}

// invertedSubject finds the source behind a cue that itself stands behind its
// content: "…," said SOURCE.
func (v *view) invertedSubject(g rng, next int, s rng) (rng, bool) {
	head := g.last - 1
	if !v.finite(head) || g.first == s.first && !v.quoteEndsBefore(s.first) {
		return rng{}, false
	}
	j := g.first - 1
	behindQuote := v.closesQuote(j) || v.comma(j) && j > 0 && v.closesQuote(j-1)
	if !behindQuote {
		if !v.comma(j) {
			return rng{}, false
		}
		if open, ok := v.aside(j, s.first); ok && !v.baseBefore(open, s.first).empty() {
			return rng{}, false
		}
	}
	np := v.nounAfter(next, s.last)
	if np.empty() || np.last < s.last && v.outside(np.last) && v.finite(np.last) {
		return rng{}, false
	}
	if !behindQuote && !v.in(head, "said", "says", "added", "adds", "wrote", "writes", "reported", "reports", "explained", "explains", "argued", "argues", "warned", "noted", "notes") {
		return rng{}, false
	}
	np.last = v.apposition(np.last, s.last)
	return np, true
}

// quoteEndsBefore reports whether token i follows a closing quotation mark in
// its paragraph.
func (v *view) quoteEndsBefore(i int) bool {
	return i > 0 && v.closesQuote(i-1) && v.samePart(i-1, i)
}

// samePart reports whether two tokens stand in one paragraph.
func (v *view) samePart(i, j int) bool {
	a, b := v.doc.Sentences[v.sent[i]], v.doc.Sentences[v.sent[j]]
	return a.Paragraph == b.Paragraph && a.Part == b.Part
}

// apposition extends a source over the aside behind it: "Jane Doe, a
// spokeswoman for the ministry". It returns the new end.
func (v *view) apposition(last, high int) int {
	if last < high && v.in(last, "(") {
		for k := last + 1; k < high && k < last+8; k++ {
			if v.in(k, ")") {
				return v.apposition(k+1, high)
			}
		}
	}
	if last+1 >= high || !v.comma(last) {
		return last
	}
	if v.in(last+1, "who", "whose") {
		for k := last + 2; k < high && v.outside(k); k++ {
			if v.comma(k) || v.terminal(k) {
				return k
			}
		}
		return last
	}
	np := v.nounAfter(last+1, high)
	if np.empty() || v.isTime(np.first) || v.tag(np.first) == "PRP" {
		return last
	}
	if !v.descriptive(np) {
		return last
	}
	for k := np.last; k < high && v.outside(k); k++ {
		switch {
		case v.comma(k) || v.terminal(k) || v.dash(k):
			return k
		case v.finite(k) || v.tag(k) == "CC":
			return last
		}
	}
	return np.last
}

// descriptive reports whether a noun phrase describes somebody: a role, not a
// second name in a list.
func (v *view) descriptive(np rng) bool {
	for i := np.first; i < np.last; i++ {
		if v.tag(i) == "DT" || v.tag(i) == "NN" || v.tag(i) == "NNS" || v.tag(i) == "PRP$" {
			return true
		}
	}
	return false
}

// nounUnit reads a noun that attributes: "his claim that …", "calls for …".
func (v *view) nounUnit(i int, s rng) (unit, bool) {
	if i+1 >= s.last || !v.outside(i+1) {
		return unit{}, false
	}
	if !v.in(i+1, "that", "to", "of", "for", "on", "about", "in", "from") {
		return unit{}, false
	}
	u := unit{cue: rng{i, i + 1}, head: i, source: rng{i, i}}
	for j := i - 1; j >= s.first && j > i-5 && v.nominal(j); j-- {
		if v.tag(j) == "POS" {
			u.source = v.nounBefore(j, s.first)
			if !u.source.empty() {
				u.source.last = j + 1
			}
			break
		}
		if v.tag(j) == "PRP$" {
			u.source = rng{j, j + 1}
			break
		}
	}
	if u.source.empty() {
		return unit{}, false
	}
	u.frame = v.frame(u, s)
	u.score = loadLexicon().probability(v.lemma(i), u.frame)
	return u, true
}
