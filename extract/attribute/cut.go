package attribute

// cut ends a content where the speaker's words end and the reporter goes on:
// before a tacked-on participle, another claim, a dash that comments, or "but
// did not elaborate". Quotations are never cut.
func (v *view) cut(r rng, u unit, units []unit) rng {
	for i := r.first + 1; i < r.last; i++ {
		if !v.outside(i) {
			continue
		}
		if v.endsClaim(i, r, u, units) {
			return rng{r.first, v.trimEnd(i, r.first)}
		}
		if v.dash(i) {
			i = max(i, v.dashPair(i, r.last))
		}
	}
	return r
}

// endsClaim reports whether the content r ends before token i.
func (v *view) endsClaim(i int, r rng, u unit, units []unit) bool {
	last := r.last
	switch {
	case v.comma(i) && i+1 < last:
		return v.commaEnds(i, r, u, units)
	case v.in(i, ";"):
		return true
	case v.dash(i) && v.lower[i] != "-":
		return v.dashPair(i, last) == none
	case v.in(i, "and", "but") && i+1 < last:
		return v.verbGoesOn(i, u, units)
	case v.in(i, "when") && v.in(i+1, "asked", "pressed", "questioned") && v.outside(i+1):
		return true
	case v.in(i, "according") && i+1 < last && v.in(i+1, "to"):
		return true
	}
	return false
}

// commaEnds decides for a comma.
func (v *view) commaEnds(i int, r rng, u unit, units []unit) bool {
	n := i + 1
	if v.isAdverb(n) && n+1 < r.last {
		n++ // ", sharply criticizing"
	}
	switch {
	case v.tag(n) == "VBG" && v.outside(n):
		// "…, highlighting the importance": the reporter's comment, unless it
		// is one of a list ("seeking, finding, and keeping").
		return !v.in(n, "including", "following", "according", "regarding", "concerning", "depending", "citing") && !v.listed(i, r) || v.in(n, "citing", "according")
	case v.in(n, "according", "though", "although", "despite"):
		return true
	case v.in(i+1, "but", "and", "while", "yet", "as", "though") && v.cueAfter(i+1, r.last, u, units):
		return true
	case v.in(i+1, "but", "and", "yet") && i+2 < r.last && v.verbGoesOn(i+1, u, units):
		return true
	}
	// ", S said" within: this content ends where the other claim's words begin
	// only if that claim takes its content from the left.
	return false
}

// listed reports whether the comma stands in a list of participles.
func (v *view) listed(i int, r rng) bool {
	return i-1 > r.first && v.tag(i-1) == "VBG"
}

// dashPair is the dash that closes an aside within the content which the dash
// at i opens, none if there is none.
func (v *view) dashPair(i, last int) int {
	for k := i + 1; k < last; k++ {
		if v.dash(k) && v.lower[k] == v.lower[i] {
			return k
		}
	}
	return none
}

// cueAfter reports whether a clause with a subject and a likely cue of its own
// follows within a few words of i.
func (v *view) cueAfter(i, last int, self unit, units []unit) bool {
	for _, u := range units {
		a := u.all()
		if u.head != self.head && a.first > i && a.first <= i+3 && u.cue.first < last && u.score >= 0.45 {
			return true
		}
	}
	return false
}

// verbGoesOn reports whether a conjunction at i joins the cue's verb and not
// words of the content: "said A and suggested B", "said A but did not
// elaborate". The verb behind it must have the cue's own form.
func (v *view) verbGoesOn(i int, u unit, units []unit) bool {
	n := i + 1
	for n < len(v.lower)-1 && v.isAdverb(n) && v.outside(n) {
		n++
	}
	if !v.outside(n) {
		return false
	}
	if v.in(i, "but") && v.finite(n) {
		for k := n; k < len(v.lower) && k < n+4 && v.outside(k); k++ {
			if v.withholds(k) {
				return true
			}
		}
	}
	if v.tag(n) != v.tag(u.cue.first) && v.tag(n) != v.tag(u.head) {
		return false
	}
	for _, o := range units {
		if o.cue.first <= n && n < o.cue.last && o.head != u.head && o.score >= 0.4 {
			return true
		}
	}
	return false
}

// withholds reports whether the verb at i says that somebody says no more.
func (v *view) withholds(i int) bool {
	if !v.isVerb(i) {
		return false
	}
	switch v.lemma(i) {
	case "elaborate", "comment", "specify", "provide", "give", "offer", "respond", "name", "identify", "explain", "clarify", "mention", "decline", "refuse", "say", "stop", "release", "disclose":
		return true
	}
	return false
}
