package attribute

// nominal reports whether token i can stand within a base noun phrase.
func (v *view) nominal(i int) bool {
	if !v.outside(i) {
		return false
	}
	switch v.tag(i) {
	case "NN", "NNS", "NNP", "NNPS", "CD", "JJ", "JJR", "JJS", "DT", "PDT", "PRP", "PRP$", "POS", "$", "FW", "#":
		return true
	case "VBN", "VBG":
		// "retired general", "ruling party": only before a noun.
		return i+1 < len(v.lower) && (v.isNoun(i+1) || v.tag(i+1) == "JJ") && !v.in(i, "being", "having")
	}
	return v.name[i] || v.in(i, "&", "%")
}

// head reports whether token i can end a noun phrase.
func (v *view) head(i int) bool {
	if !v.outside(i) {
		return false
	}
	switch v.tag(i) {
	case "NN", "NNS", "NNP", "NNPS", "PRP", "CD", "WP", "WDT", "EX":
		return v.tag(i) != "EX"
	case "DT", "JJ", "JJR", "PRP$", "JJS":
		return v.in(i, "this", "that", "these", "those", "both", "some", "many", "all", "others", "several", "few", "another", "most", "more", "mine", "his", "hers", "one") ||
			v.tag(i) == "JJ" && i > 0 && (v.in(i-1, "the") || v.tag(i-1) == "POS")
	}
	return v.name[i]
}

// baseBefore is the base noun phrase that ends before token end, within
// [low, end); empty if there is none.
func (v *view) baseBefore(end, low int) rng {
	if end <= low || !v.head(end-1) {
		return rng{end, end}
	}
	i := end - 1
	switch v.tag(i) {
	case "PRP", "WP", "WDT":
		return rng{i, end}
	}
	for i > low && v.nominal(i-1) {
		if v.tag(i-1) == "PRP" {
			break
		}
		i--
		if (v.tag(i) == "DT" || v.tag(i) == "PRP$") && (i == low || v.tag(i-1) != "PDT") {
			break
		}
	}
	for i < end-1 && (v.tag(i) == "POS" || v.in(i, "%")) {
		i++
	}
	return rng{i, end}
}

// baseAfter is the base noun phrase that begins at token first, within
// [first, high).
func (v *view) baseAfter(first, high int) rng {
	if first >= high || !v.outside(first) {
		return rng{first, first}
	}
	if v.tag(first) == "PRP" {
		return rng{first, first + 1}
	}
	i, last := first, first
	for i < high && v.nominal(i) && v.tag(i) != "PRP" {
		if i > first && (v.tag(i) == "DT" || v.tag(i) == "PRP$") && v.tag(i-1) != "PDT" {
			break
		}
		if v.head(i) || v.tag(i) == "POS" {
			last = i + 1
		}
		i++
	}
	return rng{first, last}
}

// joins reports whether token i joins two base noun phrases into one.
func (v *view) joins(i int) bool {
	return v.outside(i) && (v.tag(i) == "IN" || v.tag(i) == "TO") && v.in(i, "of", "for", "at", "in", "from", "with", "to", "on", "behind", "to", "near", "against", "within", "under")
}

// nounBefore is the whole noun phrase that ends before token end: base phrases
// joined by prepositions and conjunctions, not reaching below low.
func (v *view) nounBefore(end, low int) rng {
	np := v.baseBefore(end, low)
	if np.empty() || v.tag(np.first) == "PRP" || v.tag(np.first) == "WP" || v.tag(np.first) == "WDT" {
		return v.coordinateBefore(np, low)
	}
	for np.first-1 > low {
		j := np.first - 1
		if !v.joins(j) || v.in(j, "on", "to") && !v.of(np) {
			break
		}
		left := v.baseBefore(j, low)
		if left.empty() || v.tag(left.first) == "PRP" {
			break
		}
		np.first = left.first
	}
	return v.coordinateBefore(np, low)
}

// of reports whether the phrase is one that "to" or "on" leads to within a
// title: "adviser to the president", "committee on ethics", no date.
func (v *view) of(np rng) bool { return !v.isTime(np.last - 1) }

// coordinateBefore adds "A and" before a noun phrase.
func (v *view) coordinateBefore(np rng, low int) rng {
	if np.empty() || np.first-2 < low || !v.outside(np.first-1) || !v.in(np.first-1, "and", "&", "or") {
		return np
	}
	left := v.baseBefore(np.first-1, low)
	if left.empty() {
		return np
	}
	// "He met Trump and Putin said": the left phrase must not be an object.
	if left.first > low {
		k := left.first - 1
		if v.isVerb(k) || v.tag(k) == "IN" && !v.in(k, "of", "both") || v.tag(k) == "TO" {
			return np
		}
	}
	np.first = left.first
	return np
}

// isTime reports whether token i names a day, month or time.
func (v *view) isTime(i int) bool {
	switch v.lower[i] {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"mon.", "tues.", "tue.", "wed.", "thurs.", "thu.", "fri.", "sat.", "sun.",
		"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"jan.", "feb.", "mar.", "apr.", "aug.", "sept.", "oct.", "nov.", "dec.",
		"today", "yesterday", "tomorrow", "tonight", "week", "month", "year", "weekend", "morning", "afternoon", "evening", "night", "day", "days", "weeks", "months", "years", "earlier", "later", "ago", "a.m.", "p.m.", "noon":
		return true
	}
	return false
}

// nounAfter is the whole noun phrase that begins at first, with the phrases
// that prepositions join to it.
func (v *view) nounAfter(first, high int) rng {
	np := v.baseAfter(first, high)
	if np.empty() || v.tag(first) == "PRP" {
		return np
	}
	for np.last < high {
		j := np.last
		joiner := v.joins(j) || v.outside(j) && v.in(j, "and", "&")
		if !joiner || j+1 >= high {
			break
		}
		right := v.baseAfter(j+1, high)
		if right.empty() || v.isTime(right.last-1) || v.tag(right.first) == "PRP" {
			break
		}
		if v.in(j, "and") && right.last < high && v.finite(right.last) {
			break
		}
		if v.in(j, "on", "in", "at", "to", "with", "during") && !v.name[right.first] && v.setting(right) {
			break
		}
		np.last = right.last
	}
	return np
}

// setting reports whether a noun phrase is an occasion of speech, which tells
// where a speaker spoke and not who he is.
func (v *view) setting(np rng) bool {
	switch v.lemma(np.last - 1) {
	case "statement", "interview", "speech", "email", "e-mail", "tweet", "letter", "call", "conference", "briefing", "post", "memo",
		"reporter", "journalist", "rally", "debate", "hearing", "remark", "message", "release", "event", "news", "newspaper", "television", "radio", "program", "court", "testimony":
		return true
	}
	return false
}
