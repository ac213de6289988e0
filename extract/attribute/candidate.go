package attribute

// A kind says how a candidate came about.
type kind uint8

// The kinds of candidate: what the span model thinks best, and what it may
// have missed.
const (
	kindBest        kind = iota
	kindWide             // all tokens that may be content
	kindNarrow           // only tokens that are content for sure
	kindSource           // another source
	kindNoSource         // no source
	kindCut              // content cut where it hangs together least
	kindToEnd            // content to the end of the sentence
	kindShort            // without the sentences around
	kindWhole            // the quotations it touches, whole
	kindByline           // a name under a quotation
	kindLabel            // a name and a colon before the words
	kindQuotation        // a quotation that nothing attributes
	kindWideSource       // wide content with the other source
	kindParticiple       // content up to a participle behind a comma
	kindRival            // content up to another cue
	kindAccording        // "according to" and the rest of its sentence
	kindSourceComma      // source up to a comma
	numKinds
)

// Limits of the label probabilities that make variants.
const (
	wide, narrow = .2, .75
	weakSource   = .8
	otherSource  = .08
	cutAtMost    = .9
)

// A candidate is a whole claim that may be right.
type candidate struct {
	kind    kind
	cue     *cue  // nil for layouts and for quotations without a cue
	source  []int // tokens, ascending, like content and words
	content []int
	words   []int // of the cue
	score   float64
	chance  float64 // calibrated probability that it is right
	fixed   bool    // score is a rule's, not the rank models'
}

// A drafter makes candidates.
type drafter struct {
	*view
	out []candidate
}

// draft adds the candidates of c.
func (d *drafter) draft(c *cue, cues []*cue) {
	if d.evades(c) {
		return
	}
	from := len(d.out)
	words := d.labelled(c, labelCue)
	source := d.sourceRun(c, d.labelled(c, labelSource))
	content := d.labelled(c, labelContent)
	around := len(c.earlier)+len(c.later) > 0
	add := func(k kind, source, content []int, with bool) {
		if content = d.own(c, content, cues); c.p < plainCue && d.titled(content) {
			return
		}
		if with {
			content = d.with(c, content)
		}
		d.add(from, candidate{kind: k, cue: c, source: source, content: content, words: words})
	}
	add(kindBest, source, content, true)
	loose := d.above(c, labelContent, wide)
	add(kindWide, source, loose, true)
	add(kindNarrow, source, d.above(c, labelContent, narrow), true)
	if other := d.other(c, source); other != nil {
		add(kindSource, other, content, true)
		add(kindWideSource, other, loose, true)
	}
	if len(source) > 0 && d.mean(c, source, labelSource) < weakSource {
		add(kindNoSource, nil, content, true)
	}
	if cut := d.cut(c, content); cut != nil {
		add(kindCut, source, cut, true)
	}
	add(kindToEnd, source, d.toEnd(c, content), true)
	if around {
		add(kindShort, source, content, false)
	}
	add(kindWhole, source, d.whole(c, content), true)
	add(kindParticiple, source, d.beforeParticiple(content), true)
	add(kindRival, source, d.beforeRival(c, content, cues), true)
	add(kindRival, source, d.beforeRival(c, d.toEnd(c, content), cues), true)
	if who, what := d.accordingTo(c); len(who) > 0 {
		add(kindAccording, who, what, true)
	}
	if who := d.beforeComma(source); who != nil {
		add(kindSourceComma, who, content, true)
	}
}

// add keeps a candidate that has content and is no repetition.
func (d *drafter) add(from int, n candidate) {
	words := 0
	for _, i := range n.content {
		words += int(bit(d.tokens[i].is(wordy)))
	}
	if words == 0 {
		return
	}
	for _, o := range d.out[from:] {
		if equal(o.source, n.source) && equal(o.content, n.content) {
			return
		}
	}
	d.out = append(d.out, n)
}

func equal(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// labelled lists the tokens whose most probable label is y.
func (d *drafter) labelled(c *cue, y uint8) []int {
	var out []int
	for t, label := range c.best {
		if label == y {
			out = append(out, c.low+t)
		}
	}
	return out
}

// above lists the tokens that have label y with probability p or more.
func (d *drafter) above(c *cue, y int, p float32) []int {
	var out []int
	for t := range c.shares {
		if c.shares[t][y] >= p {
			out = append(out, c.low+t)
		}
	}
	return out
}

func (d *drafter) mean(c *cue, tokens []int, y int) float64 {
	sum := 0.0
	for _, i := range tokens {
		sum += float64(c.shares[i-c.low][y])
	}
	return sum / float64(max(len(tokens), 1))
}

// sourceRun leaves the likeliest of several separate runs of source tokens.
func (d *drafter) sourceRun(c *cue, source []int) []int {
	var best []int
	most := 0.0
	for len(source) > 0 {
		n := 1
		for n < len(source) && source[n] <= source[n-1]+2 {
			n++
		}
		p := d.mean(c, source[:n], labelSource)
		if p > most {
			best, most = source[:n], p
		}
		source = source[n:]
	}
	return best
}

// other is the likeliest source apart from source.
func (d *drafter) other(c *cue, source []int) []int {
	taken := map[int]bool{}
	for _, i := range source {
		taken[i] = true
	}
	var may []int
	for t := range c.shares {
		if i := c.low + t; c.shares[t][labelSource] >= otherSource && !taken[i] {
			may = append(may, i)
		}
	}
	return d.sourceRun(c, may)
}

// cut is the longer part of content, cut where the span model is least sure
// that it goes on; nil if it is sure everywhere.
func (d *drafter) cut(c *cue, content []int) []int {
	if len(content) < 4 {
		return nil
	}
	at, least := 0, float32(cutAtMost)
	for k := 1; k < len(content)-1; k++ {
		if p := c.shares[content[k]-c.low][labelContent]; p < least {
			at, least = k, p
		}
	}
	if at == 0 {
		return nil
	}
	if at >= len(content)/2 {
		return content[:at]
	}
	return content[at+1:]
}

// toEnd is content to the end of the sentence, or to its beginning if it
// stands before the cue.
func (d *drafter) toEnd(c *cue, content []int) []int {
	if len(content) == 0 {
		return nil
	}
	s := &d.sentences[d.of[c.head]]
	out := append([]int(nil), content...)
	if content[len(content)-1] > c.head {
		for i := content[len(content)-1] + 1; i < min(s.last, c.high+reach); i++ {
			out = append(out, i)
		}
		for len(out) > 1 && d.tokens[out[len(out)-1]].is(terminal) {
			out = out[:len(out)-1]
		}
		return out
	}
	var before []int
	for i := max(s.first, c.low-reach); i < content[0]; i++ {
		before = append(before, i)
	}
	return append(before, out...)
}

// whole is content with the quotations that it touches in the sentence,
// whole.
func (d *drafter) whole(c *cue, content []int) []int {
	touched := map[int32]bool{}
	for _, i := range content {
		if q := d.tokens[i].quote; q != none {
			touched[q] = true
		}
	}
	if len(touched) == 0 {
		return nil
	}
	had := map[int]bool{}
	for _, i := range content {
		had[i] = true
	}
	s := &d.sentences[d.of[c.head]]
	var out []int
	for i := max(s.first, c.low-reach); i < min(s.last, c.high+reach); i++ {
		if had[i] || d.tokens[i].quote != none && touched[d.tokens[i].quote] {
			out = append(out, i)
		}
	}
	return out
}

// with is content and what it goes on into around its sentence.
func (d *drafter) with(c *cue, content []int) []int {
	if len(c.earlier)+len(c.later) == 0 {
		return content
	}
	var out []int
	for k := len(c.earlier) - 1; k >= 0; k-- {
		out = appendRun(out, c.earlier[k])
	}
	out = append(out, content...)
	for _, r := range c.later {
		out = appendRun(out, r)
	}
	return out
}

func appendRun(out []int, r run) []int {
	for i := r.first; i < r.last; i++ {
		out = append(out, i)
	}
	return out
}
