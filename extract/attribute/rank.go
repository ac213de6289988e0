package attribute

import (
	"math"

	"github.com/hearsay-nlp/hearsay/extract/learn"
)

// logOdds buckets a probability evenly by its log-odds.
func logOdds(p float64) uint32 {
	p = max(1e-4, min(1-1e-4, p))
	return uint32(int(math.Round(math.Log(p/(1-p))*1.5)) + 20)
}

// count buckets a length.
func count(n int) uint32 {
	switch {
	case n <= 4:
		return uint32(n)
	case n <= 6:
		return 5
	case n <= 9:
		return 6
	case n <= 14:
		return 7
	case n <= 22:
		return 8
	case n <= 35:
		return 9
	case n <= 60:
		return 10
	}
	return 11
}

// rankFeatures are what the rank model sees of candidate n among the cues of
// the document.
func (v *view) rankFeatures(k *keys, n *candidate, cues []*cue) {
	k.reset(rankTemplates)
	k.add(0)
	k.add(uint32(n.kind))
	v.rankContent(k, n)
	if n.cue == nil {
		k.template = rankTemplates + 200
		k.add2(uint32(n.kind), count(len(n.content)))
		k.add2(uint32(n.kind), count(len(n.source)))
		k.add2(uint32(n.kind), bit(len(n.source) > 0 && v.tokens[n.source[0]].name > 0))
		return
	}
	k.template = rankTemplates + 100
	v.rankCue(k, n)
	v.rankShares(k, n)
	v.rankRivals(k, n, cues)
}

// rankContent asks for the shape of the content.
func (v *view) rankContent(k *keys, n *candidate) {
	first, last := n.content[0], n.content[len(n.content)-1]
	runs, quoted, cutQuotes, sentences := 1, 0, 0, 1
	for t, i := range n.content {
		if t > 0 && i != n.content[t-1]+1 {
			runs++
		}
		if t > 0 && v.of[i] != v.of[n.content[t-1]] {
			sentences++
		}
		quoted += int(bit(v.tokens[i].quote != none))
	}
	for _, i := range [...]int{first, last} {
		if q := v.tokens[i].quote; q != none {
			if i == first && v.quotes[q].First < i && !v.tokens[first-1].is(opens) || i == last && v.quotes[q].Last > i+1 && !v.tokens[last+1].is(closes) {
				cutQuotes++
			}
		}
	}
	share := uint32(4 * quoted / len(n.content))
	edges := [4]*token{&outside, &v.tokens[first], &v.tokens[last], &outside}
	if first > 0 {
		edges[0] = &v.tokens[first-1]
	}
	if last+1 < len(v.tokens) {
		edges[3] = &v.tokens[last+1]
	}
	k.add2(count(len(n.content)), share)
	k.add3(count(len(n.content)), share, uint32(n.kind))
	k.add3(uint32(min(runs, 4)), share, uint32(n.kind))
	k.add3(uint32(min(sentences, 4)), share, uint32(n.kind))
	k.add2(uint32(cutQuotes), share)
	k.add2(edges[0].word, edges[1].pos)
	k.add2(edges[2].pos, edges[3].word)
	k.add2(edges[0].pos, edges[1].pos)
	k.add2(edges[2].pos, edges[3].pos)
	k.add2(edges[1].word, share)
	k.add2(edges[2].word, share)
	k.add4(bit(edges[1].is(opens)), bit(edges[2].is(closes)), bit(edges[0].is(opens)), bit(edges[3].is(closes)))
	s, e := &v.sentences[v.of[first]], &v.sentences[v.of[last]]
	k.add3(bit(first == s.first), bit(last >= e.last-2), share)
	k.add2(uint32(s.part), share)
}

// rankCue asks for the cue and how source and content lie to it.
func (v *view) rankCue(k *keys, n *candidate) {
	c := n.cue
	h := &v.tokens[c.head]
	chance := logOdds(c.p)
	has := bit(len(n.source) > 0)
	k.add(chance)
	k.add2(chance, uint32(n.kind))
	k.add2(chance, has)
	k.add2(h.lemma, has)
	k.add2(h.lemma, uint32(n.kind))
	k.add2(h.lemma, h.pos)
	k.add2(h.lemma, c.frame.after)
	k.add3(h.lemma, c.frame.form, has)
	k.add3(c.frame.form, c.frame.after, has)
	k.add4(c.frame.form, c.frame.after, c.frame.before, has)
	k.add3(c.frame.subject, c.frame.form, has)
	k.add2(bit(h.quote != none), chance)
	k.add2(uint32(min(len(n.words), 5)), chance)
	place := uint32(0)
	first, last := n.content[0], n.content[len(n.content)-1]
	switch {
	case last < c.head:
		place = 1
	case first > c.head:
		place = 2
	}
	gap := 0
	switch place {
	case 1:
		gap = c.head - last
	case 2:
		gap = first - c.head
	}
	k.add3(place, distance(gap), has)
	k.add3(place, h.lemma, has)
	k.add4(place, c.frame.form, c.frame.before, c.frame.after)
	k.add3(h.lemma, v.tokens[first].word, place)
	k.add3(h.lemma, v.tokens[first].pos, place)
	if len(n.source) == 0 {
		k.add2(99, c.frame.subject)
		k.skip(4)
		return
	}
	a, b := n.source[0], n.source[len(n.source)-1]
	t := &v.tokens[b]
	k.add3(t.pos, uint32(t.name), count(len(n.source)))
	k.add3(bit(a > c.head), distance(max(a-c.head, c.head-b)), place)
	k.add2(t.lemma, place)
	k.add2(t.lemma, h.lemma)
	k.add3(v.tokens[a].pos, bit(t.quote == h.quote), bit(t.quote != none))
}

// rankShares asks how probable the span model finds the labels.
func (v *view) rankShares(k *keys, n *candidate) {
	c := n.cue
	k.add(uint32(min(30, int(-c.bestP))))
	k.add2(uint32(min(30, int(-c.bestP))), uint32(n.kind))
	in, out := v.sureness(c, n.content, labelContent)
	has := uint32(0)
	if len(n.source) > 0 {
		has = 1
	}
	sourceIn, sourceOut := v.sureness(c, n.source, labelSource)
	k.add(logOdds(in.mean))
	k.add(logOdds(in.least))
	k.add(logOdds(out.most))
	k.add2(logOdds(in.mean), logOdds(out.most))
	k.add2(logOdds(in.least), uint32(n.kind))
	k.add3(has, logOdds(sourceIn.mean), logOdds(sourceOut.most))
	k.add2(has, logOdds(sourceIn.least))
	k.add2(has, logOdds(sourceIn.mean))
	k.add2(has, logOdds(sourceOut.most))
	k.add2(has, logOdds(sourceOut.sum/(1+sourceOut.sum)))
	k.add(overlap(in.sum, out.sum, float64(len(n.content))))
	k.add2(overlap(in.sum, out.sum, float64(in.n)), uint32(n.kind))
	k.add3(overlap(in.sum, out.sum, float64(in.n)), logOdds(c.p), has)
	k.add2(uint32(len(c.earlier)), uint32(min(4, len(c.later))))
	k.add3(logOdds(c.sure), bit(len(c.earlier) > 0), bit(len(c.later) > 0))
	k.add2(logOdds(c.sure), uint32(n.kind))
}

// overlap buckets the expected Jaccard index of a content in its sentence.
func overlap(in, out, n float64) uint32 { return uint32(20 * in / max(n+out, 1e-3)) }

// sums gathers label probabilities of tokens.
type sums struct {
	sum, mean, least, most float64
	n                      int
}

// sureness is how probable label y is for the tokens given, as far as the
// span model looked at them, and for the others.
func (v *view) sureness(c *cue, tokens []int, y int) (in, out sums) {
	in.least, out.least = 1, 1
	at := 0
	for at < len(tokens) && tokens[at] < c.low {
		at++
	}
	for t := range c.shares {
		i := c.low + t
		s := &out
		if at < len(tokens) && tokens[at] == i {
			s = &in
			at++
		}
		if !v.tokens[i].is(wordy) {
			continue
		}
		p := float64(c.shares[t][y])
		s.sum += p
		s.n++
		s.least, s.most = min(s.least, p), max(s.most, p)
	}
	in.mean, out.mean = in.sum/float64(max(in.n, 1)), out.sum/float64(max(out.n, 1))
	return in, out
}

// rankRivals asks for the other cues that stand in the content, share it, or
// hold this cue in theirs.
func (v *view) rankRivals(k *keys, n *candidate, cues []*cue) {
	c := n.cue
	inside, holder, shared := 0.0, 0.0, 0.0
	insideFree := 0.0
	var in, over *cue
	for _, o := range v.rivals(cues, c) {
		if o == c {
			continue
		}
		if has(n.content, o.head) {
			if o.p > inside {
				inside, in = o.p, o
			}
			if v.tokens[o.head].quote == none {
				insideFree = max(insideFree, o.p)
			}
		}
		if p := o.p * float64(o.shareAt(c.head)[labelContent]); p > holder {
			holder, over = p, o
		}
		sum := 0.0
		for _, i := range n.content {
			sum += float64(o.shareAt(i)[labelContent])
		}
		shared = max(shared, o.p*sum/float64(len(n.content)))
	}
	k.add(logOdds(inside))
	k.add2(logOdds(inside), logOdds(insideFree))
	k.add(logOdds(holder))
	k.add(logOdds(shared))
	k.add2(logOdds(holder), logOdds(c.p))
	k.add2(logOdds(shared), logOdds(c.p))
	k.add3(logOdds(shared), logOdds(holder), bit(shared > c.p))
	if in != nil {
		k.add3(v.tokens[in.head].lemma, bucket(inside), bit(in.head > c.head))
	} else {
		k.add3(99, 0, 0)
	}
	if over != nil {
		k.add3(v.tokens[over.head].lemma, level(float32(holder)), bit(over.head > c.head))
		k.add3(level(float32(holder)), bit(over.head > c.head), v.tokens[c.head].lemma)
	} else {
		k.add3(99, 0, 0)
		k.add3(99, 0, v.tokens[c.head].lemma)
	}
	before, after := 0.0, 0.0
	for _, i := range n.content {
		if v.of[i] != v.of[c.head] {
			for _, o := range cuesIn(cues, &v.sentences[v.of[i]]) {
				if o.head == i {
					if i < c.head {
						before = max(before, o.p)
					} else {
						after = max(after, o.p)
					}
				}
			}
		}
	}
	k.add2(logOdds(before), logOdds(after))
}

// has reports whether sorted tokens hold i.
func has(tokens []int, i int) bool {
	low, high := 0, len(tokens)
	for low < high {
		if mid := (low + high) / 2; tokens[mid] >= i {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return low < len(tokens) && tokens[low] == i
}

// rank scores candidates.
func (v *view) rank(m *learn.Logistic, k *keys, all []candidate, cues []*cue) {
	for i := range all {
		if all[i].fixed {
			continue
		}
		v.rankFeatures(k, &all[i], cues)
		all[i].score = m.Probability(k.out)
	}
}
