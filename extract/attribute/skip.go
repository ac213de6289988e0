package attribute

// takesHearer reports whether the cue's verb is followed by whom it is said
// to: "told reporters that".
func (v *view) takesHearer(u unit) bool {
	switch v.lemma(u.head) {
	case "tell", "inform", "remind", "assure", "warn", "ask", "advise", "notify", "convince", "persuade", "reassure", "promise", "brief", "urge", "show", "teach":
		return true
	}
	return false
}

// skipTo moves from behind a cue to where its content begins: past the
// hearer, past when and where it was said, past "," and ":".
func (v *view) skipTo(u unit, j, high int) int {
	if v.takesHearer(u) {
		np := v.nounAfter(j, high)
		if !np.empty() && np.last < high && !v.finite(np.last) && v.tag(np.last) != "TO" && v.heard(np.last, high) {
			j = np.last
			j = v.skipModifier(j, high)
		}
	}
	return v.skipAside(j, high)
}

// heard reports whether content can begin at or behind j, so that what stood
// before it was the hearer.
func (v *view) heard(j, high int) bool {
	for k := j; k < high && k < j+14; k++ {
		if v.opensQuote(k) || v.in(k, "that", "whether", "how", "why", "if", "what", "about", ":") || v.tag(k) == "TO" || v.finite(k) {
			return true
		}
	}
	return false
}

// skipModifier passes a participle that describes the hearer: "told reporters
// traveling with Rubio to Riyadh that …".
func (v *view) skipModifier(j, high int) int {
	if j >= high || v.tag(j) != "VBG" && v.tag(j) != "VBN" {
		return j
	}
	for k := j; k < high && k < j+12; k++ {
		if v.in(k, "that") || v.opensQuote(k) || v.in(k, ":") || v.comma(k) {
			return k
		}
	}
	return j
}

// skipAside moves past adverbs, times and occasions as long as content goes on
// behind them.
func (v *view) skipAside(j, high int) int {
	if k := v.colonQuote(j, high); k != none {
		return k
	}
	start := j
	for j < high {
		switch {
		case v.opensQuote(j):
			return j
		case v.in(j, ":"), v.comma(j) && j+1 < high && (v.opensQuote(j+1) || j > start):
			j++
		case v.comma(j):
			// "said, however, that": a short aside between commas.
			k := v.nextComma(j+1, high)
			if k == none || k-j > 6 || v.finite(k-1) {
				return j
			}
			if k+1 < high && (v.in(k+1, "that") || v.opensQuote(k+1)) {
				j = k + 1
				continue
			}
			return j
		case v.isAdverb(j) && !v.in(j, "not", "n't", "n’t", "so") && !v.clauseAt(j, high):
			j++
		case v.isTime(j) && !v.clauseAt(j, high):
			j++
		case v.in(j, "last", "this", "earlier", "late", "early") && j+1 < high && v.isTime(j+1) && (j+2 >= high || !v.finite(j+2)):
			j += 2
		case v.tag(j) == "IN" || v.tag(j) == "TO" && j+1 < high && !v.isVerb(j+1):
			k := v.occasion(j, high)
			if k == j {
				return j
			}
			j = k
		default:
			return j
		}
	}
	return start
}

// colonQuote is the quotation that a colon introduces soon after j: "said in
// a message posted online: “…”"; none if there is none.
func (v *view) colonQuote(j, high int) int {
	for k := j; k+1 < high && k < j+14 && v.outside(k); k++ {
		if v.in(k, ":") && v.opensQuote(k+1) {
			return k + 1
		}
	}
	return none
}

// clauseAt reports whether token i is the subject of what follows.
func (v *view) clauseAt(i, high int) bool { return i+1 < high && v.finite(i+1) }

func (v *view) nextComma(j, high int) int {
	for k := j; k < high && v.outside(k); k++ {
		if v.comma(k) {
			return k
		}
	}
	return none
}

// occasion passes a prepositional phrase that says when, where or to whom
// something was said, if content follows it: it returns where that is, or j.
func (v *view) occasion(j, high int) int {
	if v.in(j, "that", "if", "whether", "because") {
		return j
	}
	np := v.nounAfter(j+1, high)
	if np.empty() {
		return j
	}
	k := np.last
	for k < high && (v.tag(k) == "POS" || v.titleMark[k]) {
		if k++; v.titleMark[k-1] {
			for k < high && !v.titleMark[k] {
				k++
			}
			k = min(k+1, high)
		}
	}
	// "in a phone call with journalists from …", "in a message posted online"
	k = v.skipModifier(k, high)
	for k < high && (v.tag(k) == "IN" || v.tag(k) == "TO") && !v.in(k, "that", "if", "whether") {
		next := v.nounAfter(k+1, high)
		if next.empty() {
			break
		}
		k = next.last
	}
	if k >= high {
		return j
	}
	if v.in(k, "that", "whether", ":") && v.tag(k) != "DT" || v.opensQuote(k) || v.comma(k) && k+1 < high && (v.opensQuote(k+1) || v.in(k+1, "that")) {
		return k
	}
	// A clause without "that": "said on Monday his country …", "said last week
	// it was …".
	if v.isTime(k-1) || v.setting(np) {
		if s := v.nounAfter(k, high); !s.empty() && v.clauseWithin(s.last, high) {
			return k
		}
	}
	return j
}

// clauseWithin reports whether a finite verb follows soon after j.
func (v *view) clauseWithin(j, high int) bool {
	for k := j; k < high && k < j+4; k++ {
		if v.finite(k) {
			return true
		}
		if v.comma(k) {
			return false
		}
	}
	return false
}
