package attribute

// A unit is a possible cue with the source found for it.
type unit struct {
	cue      rng // the words of the cue: verb group, "according to", colon
	head     int // the token whose lemma names the cue
	source   rng // empty if there is none
	inverted bool
	score    float64
	frame    string
}

// all is the token range from the first to the last of cue and source.
func (u unit) all() rng {
	if u.source.empty() {
		return u.cue
	}
	return rng{min(u.cue.first, u.source.first), max(u.cue.last, u.source.last)}
}

// verbGroup is the verb group whose head is token i: auxiliaries, negation and
// adverbs before it, within the sentence.
func (v *view) verbGroup(i, low int) rng {
	first := i
	for j := i - 1; j >= low && v.outside(j); j-- {
		switch {
		case v.auxiliary(j) || v.in(j, "not", "n't", "n’t"):
			first = j
		case v.isAdverb(j) || v.in(j, "also", "then", "later", "both", "all") && v.tag(j) != "DT":
			if v.isAdverb(j) && j+1 == first {
				first = j
			}
		case v.tag(j) == "TO" && j+1 == first:
			// "to say": an infinitive belongs to the verb before it.
			return rng{first, i + 1}
		default:
			return rng{first, i + 1}
		}
	}
	return rng{first, i + 1}
}

// passive reports whether the verb group ends in a passive participle.
func (v *view) passive(g rng, head int) bool {
	if v.tag(head) != "VBN" {
		return false
	}
	have := false
	for j := g.first; j < head; j++ {
		if v.lemma(j) == "be" || v.lemma(j) == "get" {
			return true
		}
		have = have || v.lemma(j) == "have"
	}
	// "said A and hoped B": a participle behind a conjunction shares the
	// tense of the verb before it.
	return !have && (g.first == 0 || v.tag(g.first-1) != "CC")
}

// particle adds the words after a verb that make one cue with it: "pointed
// out", "called for", "said in a statement".
func (v *view) particle(i, high int) int {
	j := i + 1
	if j < high && v.outside(j) && v.tag(j) == "RP" {
		j++
	}
	return j
}

// subject finds the source of a cue whose verb group is g, to its left.
func (v *view) subject(g rng, low int, prev []unit) rng {
	end := g.first
	empty := rng{g.first, g.first}
	for range 8 {
		if end <= low {
			return empty
		}
		j := end - 1
		switch {
		case !v.outside(j):
			return empty
		case v.in(j, "and", "but", "or") || v.tag(j) == "CC" || v.tag(j) == "TO":
			return v.shared(j, low, prev)
		case v.tag(j) == "WP" || v.tag(j) == "WDT" || v.in(j, "who", "which", "that") && v.tag(j) != "DT":
			return rng{j, end}
		case v.isAdverb(j) || v.titleMark[j] || v.in(j, "also", "then", "himself", "herself", "themselves", "itself"):
			end--
		case v.comma(j) || v.in(j, ")") || v.dash(j):
			open, ok := v.aside(j, low)
			if !ok {
				return v.shared(j, low, prev)
			}
			host := v.asideHost(open, low)
			if host.empty() {
				return empty
			}
			return rng{host.first, end - 1 + boolInt(v.in(j, ")"))}
		case v.isTime(j) && v.tag(j) != "CD":
			next := v.timeBefore(end, low)
			if next == end {
				return v.nounBefore(end, low)
			}
			end = next
		default:
			np := v.nounBefore(end, low)
			if np.empty() {
				return empty
			}
			// "Trump in an interview said": the occasion is not the source.
			if np.first > low && v.setting(np) && (v.tag(np.first-1) == "IN") {
				end = np.first - 1
				continue
			}
			if np.first > low && v.setting(np) && v.splitsSetting(np) > 0 {
				end = v.splitsSetting(np)
				continue
			}
			return v.beforeParticiple(np, low)
		}
	}
	return empty
}

// beforeParticiple leads a noun phrase that only ends a participle clause back
// to the one that the clause describes: "a source speaking to Fox News", "a
// letter obtained by The Associated Press".
func (v *view) beforeParticiple(np rng, low int) rng {
	j := np.first - 1
	if j > low && (v.tag(j) == "IN" || v.tag(j) == "TO") {
		j--
	}
	if j <= low || v.tag(j) != "VBG" && v.tag(j) != "VBN" || !v.outside(j) || !v.head(j-1) {
		return np
	}
	host := v.nounBefore(j, low)
	if host.empty() {
		return np
	}
	return rng{host.first, np.last}
}

// splitsSetting finds the preposition within a noun phrase after which the
// occasion of speech stands ("Trump in an interview"); 0 if there is none.
func (v *view) splitsSetting(np rng) int {
	for j := np.last - 1; j > np.first; j-- {
		if v.tag(j) == "IN" && v.in(j, "in", "at", "on", "during") {
			return j
		}
	}
	return 0
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// aside finds where the aside that token j closes ("…, a retired general,")
// opens: the token of the comma or bracket before it. What it holds must not
// be a clause of its own.
func (v *view) aside(j, low int) (int, bool) {
	if v.dash(j) {
		for k := j - 1; k > low && k > j-40 && v.outside(k); k-- {
			if v.dash(k) {
				return k, v.head(k - 1)
			}
		}
		return 0, false
	}
	if v.in(j, ")") {
		for k := j - 1; k > low && k > j-12; k-- {
			if v.in(k, "(") {
				return k, true
			}
		}
		return 0, false
	}
	verbs := 0
	for k := j - 1; k > low && k > j-30 && v.outside(k); k-- {
		if v.comma(k) {
			// A list of places or degrees goes on: "of Maine, R-Maine,".
			if k+1 == j {
				return 0, false
			}
			first := k + 1
			relative := v.in(first, "who", "which", "whose", "whom")
			if verbs > 0 && !relative {
				return 0, false
			}
			if !v.head(k-1) && !v.in(k-1, ")") {
				return 0, false
			}
			// "X, a senator, and Y, a banker,": take the nearest.
			return k, true
		}
		if v.finite(k) {
			verbs++
		}
		if v.terminal(k) || v.in(k, ":") {
			return 0, false
		}
	}
	return 0, false
}

// asideHost is the noun phrase that an aside which opens at token open
// describes; where the aside follows another one ("Smith, 59, of Ashton,
// Md.,"), it is what the first describes.
func (v *view) asideHost(open, low int) rng {
	host := v.nounBefore(open, low)
	for !host.empty() {
		j := host.first - 1
		if j > low && v.in(j, "of", "from") {
			j--
		} else if host.len() > 1 || v.tag(host.first) != "CD" {
			break
		}
		if j <= low || !v.comma(j) {
			break
		}
		host = v.nounBefore(j, low)
	}
	return host
}

// timeBefore skips a time expression that ends before token end: "on Monday",
// "last week".
func (v *view) timeBefore(end, low int) int {
	j := end
	for j > low && (v.isTime(j-1) || v.tag(j-1) == "CD" || v.in(j-1, "last", "this", "the", "late", "early", "next", "same", "that", "a", "few", "several", "two", "earlier")) {
		j--
	}
	if j > low && v.in(j-1, "on", "in", "during", "since", "at", "by") {
		j--
	}
	return j
}

// sharing is how likely a cue must be for the verbs behind it to share its
// source.
const sharing = 0.3

// surer is by how much a cue farther off must be likelier than a nearer one to
// lend its source.
const surer = 0.2

// shared is the source of a verb without a subject of its own: that of the
// cue before it in the sentence, or the sentence's first subject.
func (v *view) shared(j, low int, prev []unit) rng {
	best := none
	for k := len(prev) - 1; k >= 0; k-- {
		if prev[k].cue.first >= j || prev[k].source.empty() || prev[k].score < sharing {
			continue
		}
		if best == none || prev[k].score > prev[best].score+surer {
			best = k
		}
	}
	if best != none {
		return prev[best].source
	}
	for k := low; k < j; k++ {
		if !v.outside(k) || !v.finite(k) {
			continue
		}
		g := rng{k, k + 1}
		for g.first > low && v.isAdverb(g.first-1) {
			g.first--
		}
		if g.first == low || !v.head(g.first-1) {
			continue
		}
		return v.nounBefore(g.first, low)
	}
	return rng{j, j}
}

// frame names the grammatical surroundings of a cue: its form, what stands
// before the unit, and what follows it. The lexicon counts cues by frame.
func (v *view) frame(u unit, s rng) string {
	form := "fin"
	switch {
	case v.isNoun(u.head):
		form = "noun"
	case v.passive(u.cue, u.head):
		form = "pass"
	case v.tag(u.head) == "VBG" && u.cue.len() == 1:
		form = "ing"
	case v.tag(u.head) == "VB" && u.cue.first > s.first && v.tag(u.cue.first-1) == "TO":
		form = "inf"
	case u.cue.first < u.head && v.negated(u):
		form = "neg"
	}
	return form + "/" + v.before(u, s) + "/" + v.after(u, s)
}

func (v *view) negated(u unit) bool {
	for j := u.cue.first; j < u.head; j++ {
		if v.in(j, "not", "n't", "n’t", "never") {
			return true
		}
	}
	return false
}

func (v *view) before(u unit, s rng) string {
	a := u.all()
	j := a.first - 1
	switch {
	case j < s.first:
		if u.source.empty() {
			return "-"
		}
		return "S"
	case v.closesQuote(j) || v.comma(j) && j > s.first && v.closesQuote(j-1):
		return "q"
	case v.comma(j) && a.first-s.first > 4:
		return "c"
	case u.source.empty():
		return "-"
	}
	return "s"
}

func (v *view) after(u unit, s rng) string {
	j := u.all().last
	for j < s.last && v.outside(j) && v.isAdverb(j) {
		j++
	}
	if j >= s.last || v.terminal(j) {
		return "end"
	}
	switch {
	case v.opensQuote(j):
		return "q"
	case v.in(j, ":"):
		return "colon"
	case v.comma(j):
		if j+1 < s.last && v.opensQuote(j+1) {
			return "q"
		}
		return "comma"
	case v.in(j, "that") && v.tag(j) != "DT":
		return "that"
	case v.in(j, "whether", "if", "how", "why", "what", "when", "where", "who"):
		return "wh"
	case v.tag(j) == "TO" && j+1 < s.last && (v.tag(j+1) == "VB" || v.isAdverb(j+1)):
		return "to"
	case v.tag(j) == "IN" || v.tag(j) == "TO":
		return "p:" + v.lower[j]
	case v.tag(j) == "VBG":
		return "ing"
	}
	return v.afterNoun(j, s)
}

// afterNoun names what follows a cue with a noun phrase at j: a clause of which
// it is the subject, or what the phrase leads to.
func (v *view) afterNoun(j int, s rng) string {
	np := v.nounAfter(j, s.last)
	if np.empty() {
		return "x"
	}
	k := np.last
	for k < s.last && v.isAdverb(k) {
		k++
	}
	if k < s.last && v.outside(k) {
		switch {
		case v.finite(k):
			return "clause"
		case v.in(k, "that") || v.opensQuote(k) || v.in(k, "whether", "how", "why"):
			return "np-that"
		case v.tag(k) == "TO":
			return "np-to"
		}
	}
	return "np"
}
