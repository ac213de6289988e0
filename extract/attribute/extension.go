package attribute

import "github.com/hearsay-nlp/hearsay/extract/learn"

const (
	// farthest is how many sentences a content may run on either side of its
	// cue's.
	farthest = 14
	// goesOn is how probable it must be that a content goes on.
	goesOn = .5
)

// An inner is what the extension model needs to know of a cue's content in
// its own sentence.
type inner struct {
	left, right   bool // it has content before the cue, behind it
	first, last   int  // first and last content token, none without content
	quotedAtFirst bool
	quotedAtLast  bool
}

// inner looks at the most probable labels of c.
func (v *view) inner(c *cue) inner {
	in := inner{first: none, last: none}
	for t, y := range c.best {
		if y != labelContent {
			continue
		}
		i := c.low + t
		if in.first == none {
			in.first = i
		}
		in.last = i
		in.left = in.left || i < c.head
		in.right = in.right || i > c.head
	}
	if in.first != none {
		in.quotedAtFirst = v.tokens[in.first].quote != none
		in.quotedAtLast = v.tokens[in.last].quote != none
	}
	return in
}

// extensionFeatures are what the extension model sees of the step number step
// of c's content into sentence n, in direction side.
func (v *view) extensionFeatures(k *keys, c *cue, in inner, cues []*cue, p []float32, n, side, step int) {
	k.reset(extensionTemplates)
	near := n - side
	s, o, home := &v.sentences[n], &v.sentences[near], &v.sentences[v.of[c.head]]
	h := &v.tokens[c.head]
	way := bit(side > 0) + 2*uint32(min(step, 4))
	k.add(way)

	early, late := v.sentences[min(n, near)], v.sentences[max(n, near)]
	joint := v.joint(early.last-1, late.first)
	quoted := s.quoted + 8*o.quoted + 64*home.quoted
	same := bit(s.paragraph == o.paragraph)
	k.add3(way, joint, same)
	k.add3(way, joint, s.quoted)
	k.add3(way, quoted, joint)
	k.add4(way, quoted, joint, same)
	k.add4(bit(side > 0), bit(s.starts), bit(s.ends), joint)

	outside, inside := v.strongest(s, p)
	k.add4(way, bucket(outside), bucket(inside), s.quoted)
	k.add4(bit(side > 0), bucket(outside), joint, s.quoted)
	beyondOut, beyondIn, beyondQuoted, beyondJoint := uint32(99), uint32(99), uint32(99), uint32(99)
	if b := n + side; b >= 0 && b < len(v.sentences) && v.sentences[b].paragraph == s.paragraph {
		x, y := v.strongest(&v.sentences[b], p)
		beyondOut, beyondIn, beyondQuoted = bucket(x), bucket(y), v.sentences[b].quoted
		beyondJoint = v.joint(v.sentences[min(n, b)].last-1, v.sentences[max(n, b)].first)
	}
	k.add4(way, beyondOut, beyondQuoted, joint)
	k.add4(way, beyondOut, beyondIn, s.quoted)
	k.add4(bit(side > 0), beyondJoint, beyondOut, joint)

	edge := bit(in.first == home.first) + 2*bit(in.last >= home.last-2)
	sides := bit(in.left) + 2*bit(in.right) + 4*bit(in.quotedAtFirst) + 8*bit(in.quotedAtLast)
	k.add3(way, sides, edge)
	k.add4(way, sides, joint, same)
	k.add4(way, sides, s.quoted, bucket(outside))
	k.add3(way, sides, h.lemma)
	k.add3(way, h.lemma, joint)
	k.add3(way, h.lemma, s.quoted)
	k.add3(way, c.frame.form, c.frame.after)
	k.add4(way, c.frame.before, c.frame.after, joint)
	k.add3(way, distance(c.head-home.first), distance(home.last-c.head))
	k.add3(way, v.tokens[home.last-1].word, joint)
	first, second := v.at(s, s.first), v.at(s, s.first+1)
	if first.is(opens) {
		first, second = second, v.at(s, s.first+2)
	}
	k.add3(way, first.lemma, bit(s.starts))
	k.add4(way, first.lemma, second.lemma, bit(s.starts))
	k.add3(way, first.pos, second.pos)
	k.add3(way, v.tokens[s.last-1].word, joint)
	k.add3(way, distance(s.len()), s.quoted)
	k.add2(way, level(v.claimed(s, cues, c)))
	k.add4(way, level(v.claimed(s, cues, c)), joint, s.quoted)
	k.add3(way, bucket(c.p), joint)
}

// joint tells how two neighbouring tokens of two sentences are quoted.
func (v *view) joint(a, b int) uint32 {
	x, y := &v.tokens[a], &v.tokens[b]
	switch {
	case x.quote == none && y.quote == none:
		return 0
	case x.quote == none:
		return 1 + bit(y.is(opens))
	case y.quote == none:
		return 3 + bit(x.is(closes))
	case x.quote == y.quote:
		return 5
	case v.quotes[x.quote].Continued:
		return 6
	}
	return 7 + bit(x.is(closes)) + 2*bit(y.is(opens))
}

// strongest is the probability of the likeliest cue of a sentence outside and
// inside of quotations.
func (v *view) strongest(s *sentence, p []float32) (outside, inside float64) {
	for i := s.first; i < s.last; i++ {
		if v.tokens[i].quote == none {
			outside = max(outside, float64(p[i]))
		} else {
			inside = max(inside, float64(p[i]))
		}
	}
	return outside, inside
}

// claimed is the share of a sentence that its own cues claim for content.
func (v *view) claimed(s *sentence, cues []*cue, c *cue) float32 {
	most := float32(0)
	for _, o := range cuesIn(cues, s) {
		if o == c {
			continue
		}
		sum := float32(0)
		for _, x := range o.shares {
			sum += x[labelContent]
		}
		most = max(most, float32(o.p)*sum/float32(s.len()))
	}
	return most
}

// cuesIn are the cues that stand in a sentence.
func cuesIn(cues []*cue, s *sentence) []*cue {
	low, high := 0, len(cues)
	for low < high {
		if mid := (low + high) / 2; cues[mid].head >= s.first {
			high = mid
		} else {
			low = mid + 1
		}
	}
	for high = low; high < len(cues) && cues[high].head < s.last; high++ {
	}
	return cues[low:high]
}

// extend works out into which tokens around its sentence the content of c
// goes on, and how sure that is at its least.
func (v *view) extend(m *learn.Logistic, k *keys, c *cue, cues []*cue, p []float32) {
	c.earlier, c.later, c.sure = c.earlier[:0], c.later[:0], 1
	in := v.inner(c)
	home := int(v.of[c.head])
	for _, side := range [...]int{-1, 1} {
		for step := 1; step <= farthest; step++ {
			n := home + side*step
			if n < 0 || n >= len(v.sentences) || v.sentences[n].part != v.sentences[home].part {
				break
			}
			v.extensionFeatures(k, c, in, cues, p, n, side, step)
			yes := m.Probability(k.out)
			if yes < goesOn {
				c.sure = min(c.sure, 1-yes)
				break
			}
			c.sure = min(c.sure, yes)
			first, last := v.taken(n, side, p)
			if side < 0 {
				c.earlier = append(c.earlier, run{first, last})
			} else {
				c.later = append(c.later, run{first, last})
			}
			if first > v.sentences[n].first && side < 0 || last < v.sentences[n].last && side > 0 {
				break
			}
		}
	}
}

// taken is what a content that goes on into sentence n takes of it: all of it,
// or only the quotation it begins with (ends with, backwards) if other words
// of the sentence are somebody else's.
func (v *view) taken(n, side int, p []float32) (first, last int) {
	s := &v.sentences[n]
	outside, _ := v.strongest(s, p)
	first, last = s.first, s.last
	if s.quoted == 0 || s.quoted >= 3 && outside < likelyCue {
		return first, last
	}
	if side > 0 && v.tokens[first].quote != none {
		for last = first + 1; last < s.last && v.tokens[last].quote == v.tokens[first].quote; last++ {
		}
		return first, last
	}
	if side < 0 && v.tokens[last-1].quote != none {
		for first = last - 1; first > s.first && v.tokens[first-1].quote == v.tokens[last-1].quote; first-- {
		}
	}
	return first, last
}

// A run is a range of tokens [first, last).
type run struct{ first, last int }
