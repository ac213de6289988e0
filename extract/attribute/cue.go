package attribute

// Templates are numbered from these on.
const (
	cueTemplates       = 0
	spanTemplates      = 1000
	edgeTemplates      = 2000
	extensionTemplates = 3000
	rankTemplates      = 4000
)

// mayCue reports whether token i can head a cue at all.
func (v *view) mayCue(i int) bool {
	t := &v.tokens[i]
	if t.is(colon | dash) {
		return true
	}
	if !t.is(wordy) {
		return false
	}
	if t.is(verb | auxiliary) {
		return true
	}
	if t.is(noun) {
		return t.pos != tagPRP
	}
	switch t.pos {
	case tagIN, tagJJ, tagRB, tagRP:
		return true
	}
	return false
}

// cueFeatures are what the first cue model sees of token i.
func (v *view) cueFeatures(k *keys, i int) {
	k.reset(cueTemplates)
	s := &v.sentences[v.of[i]]
	t := &v.tokens[i]
	k.add(0)
	v.cueWords(k, s, i)
	v.cueQuotes(k, s, i)
	v.cueNeighbours(k, s, i)

	f := v.frame(i)
	k.add2(f.form, f.after)
	k.add3(f.form, f.after, t.lemma)
	k.add3(f.after, f.next, t.lemma)
	k.add2(f.after, t.lemma)
	k.add2(f.form, t.lemma)
	k.add3(f.subject, f.before, t.lemma)
	k.add4(f.form, f.subject, f.before, f.after)
	k.add3(f.before, f.after, t.lemma)
	k.add2(f.subject, t.lemma)
	k.add3(f.form, f.after, f.next)
}

// cueWords asks for the words and tags around.
func (v *view) cueWords(k *keys, s *sentence, i int) {
	t := &v.tokens[i]
	k.add(t.word)
	k.add(t.lemma)
	k.add(t.pos)
	k.add(t.suffix2)
	k.add(t.suffix3)
	k.add(uint32(t.name))
	k.add2(t.lemma, t.pos)
	k.add2(t.suffix3, t.pos)
	for _, d := range [...]int{-3, -2, -1, 1, 2, 3} {
		u := v.at(s, i+d)
		k.add(u.lemma)
		k.add(u.pos)
		k.add2(u.lemma, t.pos)
		if d >= -2 && d <= 2 {
			k.add2(u.lemma, t.lemma)
			k.add2(u.pos, t.lemma)
		} else {
			k.skip(2)
		}
	}
	a, b, c, d := v.at(s, i-2), v.at(s, i-1), v.at(s, i+1), v.at(s, i+2)
	k.add2(a.pos, b.pos)
	k.add2(c.pos, d.pos)
	k.add2(b.pos, c.pos)
	k.add3(b.pos, t.pos, c.pos)
	k.add3(t.pos, c.pos, d.pos)
	k.add3(a.pos, b.pos, t.pos)
	k.add4(t.pos, c.pos, d.pos, v.at(s, i+3).pos)
	k.add4(a.pos, b.pos, t.pos, c.pos)
	k.add2(c.lemma, d.lemma)
	k.add2(a.lemma, b.lemma)
	k.add3(t.lemma, c.lemma, d.lemma)
	k.add3(b.lemma, t.lemma, c.lemma)
}

// cueQuotes asks how the quotations of the sentence and its neighbours lie.
func (v *view) cueQuotes(k *keys, s *sentence, i int) {
	t := &v.tokens[i]
	in := bit(t.quote != none)
	state := in + 2*s.quoted
	k.add2(state, t.lemma)
	k.add2(state, t.pos)
	k.add3(bit(s.starts), bit(s.ends), t.lemma)
	k.add4(bit(s.starts), bit(s.ends), in, t.pos)
	left, right := v.markAt(i, v.markBefore[i]), v.markAt(i, v.markAfter[i])
	k.add2(left, t.lemma)
	k.add2(left, t.pos)
	k.add2(right, t.lemma)
	k.add2(right, t.pos)
	k.add3(left, right, t.pos)
	n := int(v.of[i])
	before, after := v.quotedAt(n-1, s), v.quotedAt(n+1, s)
	k.add2(before, t.lemma)
	k.add2(after, t.lemma)
	k.add4(before, after, state, t.pos)
	k.add2(distance(i-s.first), t.pos)
	k.add2(distance(s.last-i), t.pos)
	k.add2(distance(s.len()), t.pos)
	k.add2(uint32(s.part), t.pos)
}

// markAt tells how far the quotation mark at m is, and which way it faces.
func (v *view) markAt(i int, m int32) uint32 {
	if m == none {
		return 99
	}
	n := int(m) - i
	if n < 0 {
		n = -n
	}
	return distance(n)*2 + bit(v.tokens[m].is(opens))
}

// quotedAt tells how quoted sentence n is, beside s.
func (v *view) quotedAt(n int, s *sentence) uint32 {
	if n < 0 || n >= len(v.sentences) {
		return 20
	}
	o := &v.sentences[n]
	return o.quoted + 8*bit(o.paragraph == s.paragraph)
}

// cueNeighbours asks for the nearest nouns and verbs.
func (v *view) cueNeighbours(k *keys, s *sentence, i int) {
	t := &v.tokens[i]
	for _, j := range [...]int32{v.nounBefore[i], v.nounAfter[i]} {
		u, far, commas := v.near(i, j)
		k.add(u.lemma)
		k.add2(u.lemma, t.lemma)
		k.add2(u.pos, t.lemma)
		k.add3(uint32(u.name), far, t.pos)
		k.add2(uint32(u.name), t.lemma)
		k.add3(far, commas, t.lemma)
		k.add3(u.pos, far, commas)
	}
	for _, j := range [...]int32{v.verbBefore[i], v.verbAfter[i]} {
		u, far, commas := v.near(i, j)
		k.add2(u.lemma, t.pos)
		k.add2(u.lemma, t.lemma)
		k.add3(u.pos, far, t.pos)
		thats := t.thats - u.thats
		if j == none {
			thats = 0
		} else if int(j) > i {
			thats = -thats
		}
		k.add4(u.pos, commas, bit(thats > 0), t.lemma)
	}
	follows := uint32(0)
	for d := 1; d <= 4; d++ {
		if v.at(s, i+d).is(that) {
			follows = uint32(d)
			break
		}
	}
	k.add2(follows, t.lemma)
}

// near is the token j, which may be none, as seen from i: how far it is, and
// how many commas stand between.
func (v *view) near(i int, j int32) (u *token, far, commas uint32) {
	if j == none {
		return &outside, 15, 15
	}
	u = &v.tokens[j]
	n, c := i-int(j), v.tokens[i].commas-u.commas
	if n < 0 {
		n, c = -n, -c
	}
	return u, distance(n), uint32(min(c, 3))
}

// sight is how many tokens to each side a cue looks for others: farther than
// sentences reach, so that a text without a full stop costs no more a word.
const sight = 400

// stackedCueFeatures are what the second cue model sees: what the first says
// of token i and those around, p being its probabilities. The words themselves
// would only be learnt by heart.
func (v *view) stackedCueFeatures(k *keys, i int, p []float32, h *habits) {
	k.reset(cueTemplates + 500)
	s := &v.sentences[v.of[i]]
	t := &v.tokens[i]
	own := bucket(float64(p[i]))
	k.add(logOdds(float64(p[i])))
	k.add2(own, t.lemma)
	k.add2(own, t.pos)
	for _, side := range [...]int{-1, 1} {
		best, nearest := none, none
		for j := i + side; j >= max(s.first, i-sight) && j < min(s.last, i+sight); j += side {
			if best == none || p[j] > p[best] {
				best = j
			}
			if nearest == none && p[j] > .3 {
				nearest = j
			}
		}
		strongest := uint32(99)
		if best != none {
			strongest = bucket(float64(p[best]))
		}
		k.add2(strongest, own)
		k.add2(strongest, t.lemma)
		if nearest == none {
			k.add2(own, 99)
			k.skip(4)
			continue
		}
		u := &v.tokens[nearest]
		b := bucket(float64(p[nearest]))
		far := distance(max(nearest-i, i-nearest))
		k.add3(own, b, far)
		k.add3(b, u.lemma, t.pos)
		k.add2(u.lemma, t.lemma)
		k.add4(b, bit(u.quote == t.quote), bit(u.quote != none), t.lemma)
		k.add3(own, bit(p[nearest] > p[i]), bit(u.quote == t.quote))
	}
	k.add2(logOdds(float64(p[i])), h.density)
	k.add3(own, h.density, t.pos)
	k.add2(h.density, t.lemma)
	most, mean := h.others(t.lemma, p[i])
	k.add2(logOdds(float64(p[i])), most)
	k.add2(logOdds(float64(p[i])), mean)
	k.add3(own, most, mean)
	k.add4(own, bit(t.quote != none), s.quoted, h.density)
	for _, d := range [...]int{-1, 1} {
		n := int(v.of[i]) + d
		strongest := uint32(99)
		if n >= 0 && n < len(v.sentences) && v.sentences[n].paragraph == s.paragraph {
			o := &v.sentences[n]
			most := float32(0)
			for j := o.first; j < o.last; j++ {
				most = max(most, p[j])
			}
			strongest = bucket(float64(most))
		}
		k.add2(strongest, own)
		k.add3(strongest, bit(t.quote != none), t.lemma)
	}
}

// habits are what the first cue model says of a document as a whole: how
// readily it holds cues, and what it does with each word.
type habits struct {
	density uint32
	words   map[uint32]habit
}

// A habit sums what was said of one lemma.
type habit struct {
	n         int
	sum       float32
	most, two float32 // the two highest probabilities
}

// habits sums up probabilities p.
func (v *view) habits(p []float32) *habits {
	h := &habits{words: make(map[uint32]habit)}
	sum := 0.0
	for i, x := range p {
		if x < leastHabit {
			continue
		}
		sum += float64(x)
		w := h.words[v.tokens[i].lemma]
		w.n++
		w.sum += x
		if x > w.most {
			w.most, w.two = x, w.most
		} else {
			w.two = max(w.two, x)
		}
		h.words[v.tokens[i].lemma] = w
	}
	h.density = uint32(min(12, 250*sum/float64(len(p)+1)))
	return h
}

// leastHabit is the probability below which a token is no sign of habit.
const leastHabit = .02

// others tells how probable the other tokens of a lemma are, at most and on
// average, p being that of the token asked for.
func (h *habits) others(lemma uint32, p float32) (most, mean uint32) {
	w := h.words[lemma]
	if p >= leastHabit {
		w.n--
		w.sum -= p
		if p >= w.most {
			w.most = w.two
		}
	}
	if w.n <= 0 {
		return 99, 99
	}
	return bucket(float64(w.most)), bucket(float64(w.sum) / float64(w.n))
}
