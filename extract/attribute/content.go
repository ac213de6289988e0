package attribute

// A draft is a claim in tokens, before it is written to the document.
type draft struct {
	unit
	content []rng
	pattern string // how cue, source and content stand to one another, in words
}

// attributes finds the content of a unit in its sentence; false if it has
// none.
func (v *view) attributes(u unit, s rng, units []unit) (draft, bool) {
	d := draft{unit: u}
	right, rightKind := v.right(u, s, units)
	left, leftKind := v.left(u, s, units)
	if leftKind == quoted && (rightKind == quoted || rightKind == clause) && v.in(left.last-2, ".") {
		leftKind = nothing // that quotation ended with its sentence: this unit leads on
	}
	if u.frame == "according" {
		if a := u.all(); a.first == s.first || left.empty() {
			d.content, d.pattern = []rng{right}, "“according to” before the claim"
			return d, !right.empty()
		}
		d.content, d.pattern = []rng{left}, "“according to” after the claim"
		return d, true
	}
	switch {
	case leftKind == quoted && rightKind == quoted:
		d.content, d.pattern = []rng{left, right}, "the quotation is split around who said it"
	case leftKind == quoted && (rightKind != clause || u.inverted || v.spoken(left.last-1)):
		d.content, d.pattern = []rng{left}, "a quotation before who said it"
	case rightKind == clause || rightKind == quoted:
		d.content, d.pattern = []rng{right}, "who said it stands before the claim"
	case leftKind == clause && (rightKind == nothing || v.adjunct(right.first)):
		d.content, d.pattern = []rng{left}, "who said it stands after the claim"
	case rightKind == phrase && !u.inverted:
		d.content, d.pattern = []rng{right}, "what the verb is about"
	default:
		return d, false
	}
	return d, true
}

// A kind says what was found on one side of a unit.
type kind uint8

const (
	nothing kind = iota
	phrase       // a noun phrase or the like: content for some verbs
	clause       // a clause with a verb
	quoted       // a quotation beside the unit
)

// left is the content before a unit: "C, S said" or "C," said S.
func (v *view) left(u unit, s rng, units []unit) (rng, kind) {
	a := u.all()
	j := a.first - 1
	if j < 0 || j < s.first && !v.quoteEndsBefore(a.first) {
		return rng{}, nothing
	}
	comma := v.comma(j) || v.dash(j)
	end := j + 1
	if comma {
		end = j
		if j > 0 && v.closesQuote(j-1) {
			return v.withQuote(j-1, units, a.first), quoted
		}
	}
	if v.closesQuote(j) {
		if u.source.empty() && v.tag(u.head) == "VBG" || v.subjectIsQuote(u) {
			return rng{}, nothing
		}
		return v.withQuote(j, units, a.first), quoted
	}
	if !comma {
		return rng{}, nothing
	}
	first := v.leftStart(s, a.first, units)
	r := rng{first, end}
	if r.len() < 3 || !v.hasVerb(r) || !u.inverted && v.subordinate(r.first) {
		return rng{}, nothing
	}
	return r, clause
}

// subjectIsQuote reports whether a quotation before the unit is its grammatical
// subject or part of it, not its content: “Hamilton” opened on Monday.
func (v *view) subjectIsQuote(u unit) bool { return u.source.empty() }

// spoken reports whether the quotation that token j closes ends as speech does
// before who said it: with a comma, a question or an exclamation.
func (v *view) spoken(j int) bool {
	return v.in(j-1, ",", "?", "!") || v.in(j+1, ",")
}

// subordinate reports whether a clause that begins at i only leads up to the
// main clause: "When asked about it, S said …", "In Riyadh, S said".
func (v *view) subordinate(i int) bool {
	if v.tag(i) == "IN" && !v.in(i, "if", "because", "that") {
		return true
	}
	return v.in(i, "when", "while", "after", "before", "as", "although", "though", "asked", "since", "during", "despite") || v.tag(i) == "VBG" || v.tag(i) == "VBN"
}

// leftStart is where the content left of a unit begins: at the sentence, or
// behind the claim before it in the sentence.
func (v *view) leftStart(s rng, end int, units []unit) int {
	first := s.first
	for _, u := range units {
		a := u.all()
		if a.last >= end || u.score < 0.5 {
			continue
		}
		for k := end - 2; k > a.last; k-- {
			if v.in(k, ";") || (v.in(k, "but") || v.in(k, "and")) && v.comma(k-1) {
				first = max(first, k+1)
				break
			}
		}
	}
	return first
}

// withQuote is the content that ends with the closing mark at j: the quotation
// alone if it begins a sentence or stands apart, else the sentence up to it.
func (v *view) withQuote(j int, units []unit, end int) rng {
	q := v.quotes[v.quote[j]]
	first := q.First
	start := v.doc.Sentences[v.sent[first]].First
	if start < first && v.continues(first) && v.sent[first] == v.sent[j] {
		first = v.leftStart(rng{start, j + 1}, end, units)
		for _, u := range units {
			if a := u.all(); u.score >= 0.5 && a.first >= first && a.last <= q.First {
				return rng{q.First, j + 1}
			}
		}
	}
	return rng{first, j + 1}
}

// continues reports whether the words before the quotation at first run on into
// it: no comma, colon or full stop stands between.
func (v *view) continues(first int) bool {
	return !v.comma(first-1) && !v.in(first-1, ":") && !v.terminal(first-1)
}

// right is the content behind a unit.
func (v *view) right(u unit, s rng, units []unit) (rng, kind) {
	j := u.all().last
	if u.frame == "according" {
		if j < s.last && v.comma(j) {
			j++
		}
		r := v.cut(rng{j, v.trimEnd(s.last, j)}, u, units)
		if r.len() < 2 {
			return rng{}, nothing
		}
		return v.closeQuotes(r), clause
	}
	if u.inverted || v.frameEnds(u) {
		j = v.skipAside(j, s.last)
	} else {
		j = v.skipTo(u, j, s.last)
	}
	if j >= s.last {
		return rng{}, nothing
	}
	if v.opensQuote(j) {
		return v.fromQuote(j, s, u, units), quoted
	}
	if u.inverted {
		return rng{}, nothing
	}
	r := v.cut(rng{j, v.trimEnd(s.last, j)}, u, units)
	if r.empty() || v.comma(r.first) {
		return rng{}, nothing
	}
	r = v.closeQuotes(r)
	if v.clausal(r) {
		return r, clause
	}
	return r, phrase
}

func (v *view) frameEnds(u unit) bool {
	n := len(u.frame)
	return n > 4 && u.frame[n-4:] == "/end"
}

// clausal reports whether what follows a cue is a clause and not an adjunct.
func (v *view) clausal(r rng) bool {
	if v.in(r.first, "that", "whether", "if", "how", "why", "what") {
		return true
	}
	if v.tag(r.first) == "TO" {
		return r.len() > 1 && (v.isVerb(r.first+1) || v.isAdverb(r.first+1))
	}
	if v.adjunct(r.first) {
		return false
	}
	return v.hasFinite(r)
}

// adjunct reports whether the words at i begin a phrase that only says when or
// where: "on Monday", "in a statement".
func (v *view) adjunct(i int) bool {
	return v.tag(i) == "IN" || v.tag(i) == "RB" || v.isTime(i) || v.in(i, "last", "while", "when", "as", ",")
}

func (v *view) hasVerb(r rng) bool {
	for i := r.first; i < r.last; i++ {
		if v.isVerb(i) || v.tag(i) == "MD" {
			return true
		}
	}
	return false
}

func (v *view) hasFinite(r rng) bool {
	for i := r.first; i < r.last; i++ {
		if v.finite(i) {
			return true
		}
	}
	return false
}

// trimEnd takes the punctuation that ends a sentence off its content.
func (v *view) trimEnd(last, first int) int {
	for last > first && v.outside(last-1) && (v.terminal(last-1) && !v.in(last-1, "?") || v.comma(last-1) || v.dash(last-1) || v.in(last-1, ":")) {
		last--
	}
	return last
}

// closeQuotes extends a range that cuts into a quotation to the quotation's
// end, so that a quotation over several sentences stays whole.
func (v *view) closeQuotes(r rng) rng {
	if qi := v.quote[r.last-1]; qi != none {
		q := v.quotes[qi]
		r.first, r.last = min(r.first, q.First), max(r.last, q.Last)
	}
	return r
}

// fromQuote is the content that begins with the quotation at j: the quotation,
// and the rest of the clause if the sentence runs on without a break.
func (v *view) fromQuote(j int, s rng, u unit, units []unit) rng {
	q := v.quotes[v.quote[j]]
	if q.Last >= s.last {
		return rng{j, q.Last}
	}
	next := q.Last
	last := v.doc.Tokens[max(q.Last-2, j)]
	ended := v.doc.Slice(last.Span)
	if v.comma(next) || v.terminal(next) || v.dash(next) || ended == "," || ended == "." || ended == "!" || ended == "?" || v.in(next, "when", "while", "as", "after", "before", "but", ")", "in", "on", "during", "at") {
		return rng{j, q.Last}
	}
	return v.closeQuotes(v.cut(rng{j, v.trimEnd(s.last, q.Last)}, u, units))
}
