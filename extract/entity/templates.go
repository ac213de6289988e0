package entity

import (
	"strconv"

	"github.com/hearsay-nlp/hearsay/extract/learn"
)

// numTemplates is one more than the highest number of a template.
const numTemplates = 100

// signature changes with the number of templates; when a template changes its
// meaning, change the name of the set.
var signature = learn.NewSignature([]string{"names/1", strconv.Itoa(numTemplates)}, labelNames)

// Tokens beyond the ends of a sentence.
var (
	before = token{exact: 1, lower: 1, lemma: 1, runs: 1, shape: 1, tag: 1, word: -1, span: -1}
	beyond = token{exact: 2, lower: 2, lemma: 2, runs: 2, shape: 2, tag: 2, word: -1, span: -1}
)

// A decoder labels the tokens of an article from left to right.
type decoder struct {
	*article
	labels []uint8             // as decided so far
	given  [][numLabels]uint16 // how often each word, capitalised, was given each label so far

	// What the first pass decided; nil in the first pass.
	earlier []uint8
	overall [][numLabels]uint16 // how often the first pass gave each word each label
}

func newDecoder(a *article, earlier []uint8) *decoder {
	d := &decoder{
		article: a,
		labels:  make([]uint8, len(a.tokens)),
		given:   make([][numLabels]uint16, len(a.words)),
		earlier: earlier,
	}
	if earlier != nil {
		d.overall = make([][numLabels]uint16, len(a.words))
		for i := range a.tokens {
			count(d.overall, &a.tokens[i], earlier[i])
		}
	}
	return d
}

func count(counts [][numLabels]uint16, t *token, label uint8) {
	if t.flags&hasUpper != 0 {
		counts[t.word][label]++
	}
}

// decide takes label for token i.
func (d *decoder) decide(i int, label uint8) {
	d.labels[i] = label
	count(d.given, &d.tokens[i], label)
}

// majority is the label most often counted for t's word and whether it is
// four fifths of all, as one number; 0 if the word was not counted.
func majority(counts [][numLabels]uint16, t *token) uint32 {
	if t.word < 0 {
		return 0
	}
	best, all := 0, 0
	for y, n := range counts[t.word] {
		all += int(n)
		if n > counts[t.word][best] {
			best = y
		}
	}
	switch top := int(counts[t.word][best]); {
	case all == 0:
		return 0
	case 5*top >= 4*all:
		return uint32(2*best + 1)
	default:
		return uint32(2*best + 2)
	}
}

// features appends the keys of what holds for token i of the sentence
// [first, last).
func (d *decoder) features(b []uint32, first, last, i int) []uint32 {
	at := func(k int) *token {
		switch {
		case k < first:
			return &before
		case k >= last:
			return &beyond
		}
		return &d.tokens[k]
	}
	w, l1, l2, r1, r2 := &d.tokens[i], at(i-1), at(i-2), at(i+1), at(i+2)
	y1, y2 := uint32(numLabels), uint32(numLabels)
	if i > first {
		y1 = uint32(d.labels[i-1])
	}
	if i > first+1 {
		y2 = uint32(d.labels[i-2])
	}

	b = append(b,
		learn.Feature(0, 0),
		learn.Feature(1, w.exact),
		learn.Feature(2, w.lower),
		learn.Feature(3, w.s2),
		learn.Feature(4, w.s3),
		learn.Feature(5, w.s4),
		learn.Feature(6, w.p2),
		learn.Feature(7, w.p3),
		learn.Feature2(8, w.shape, w.flags&headline),
		learn.Feature2(9, w.runs, w.flags&initial),
		learn.Feature(10, l1.lower),
		learn.Feature(11, r1.lower),
		learn.Feature(12, l2.lower),
		learn.Feature(13, r2.lower),
		learn.Feature2(14, l1.lower, w.lower),
		learn.Feature2(15, w.lower, r1.lower),
		learn.Feature(16, w.tag),
		learn.Feature2(17, l1.tag, w.tag),
		learn.Feature2(18, w.tag, r1.tag),
		learn.Feature3(19, l1.tag, w.tag, r1.tag),
		learn.Feature2(20, w.tag, w.lower),
		learn.Feature2(21, w.tag, w.flags),
		learn.Feature3(22, l1.runs, w.runs, r1.runs),
		learn.Feature(23, y1),
		learn.Feature2(24, y1, y2),
		learn.Feature2(25, y1, w.lower),
		learn.Feature2(26, y1, w.runs),
		learn.Feature2(27, y1, w.tag),
		learn.Feature2(28, y1, w.s3),
		learn.Feature3(29, y1, l1.lower, w.runs),
		learn.Feature3(30, y1, r1.lower, w.runs),
		learn.Feature3(31, y1, l1.lower, w.lower),
		learn.Feature2(32, w.lists, y1),
		learn.Feature3(33, w.lists, l1.lists, r1.lists),
		learn.Feature2(34, l1.lemma, w.runs),
		learn.Feature2(35, r1.lemma, w.runs),
		learn.Feature2(36, l1.lists, y1),
		learn.Feature2(37, r1.lists, w.runs),
	)
	if w.span >= 0 {
		b = d.spanFeatures(b, at, w, i)
	} else if w.flags&hasUpper == 0 {
		b = d.connectorFeatures(b, at, i, y1)
	}
	if w.word >= 0 {
		b = d.wordFeatures(b, w, y1)
	}
	if d.earlier != nil {
		b = d.earlierFeatures(b, first, last, i)
	}
	return b
}

// spanFeatures are those of the capitalised span that holds token i.
func (d *decoder) spanFeatures(b []uint32, at func(int) *token, w *token, i int) []uint32 {
	s := d.spans[w.span]
	head, tail, left, right, right2 := &d.tokens[s.first], &d.tokens[s.last-1], at(s.first-1), at(s.last), at(s.last+1)
	length := uint32(min(s.length(), 6))
	place := uint32(min(i-s.first, 4))
	lists := head.lists | tail.lists<<4
	return append(b,
		learn.Feature2(40, tail.lower, place),
		learn.Feature(41, head.lower),
		learn.Feature2(42, length, place),
		learn.Feature2(43, left.lower, length),
		learn.Feature2(44, right.lower, length),
		learn.Feature3(45, left.lower, right.lower, length),
		learn.Feature2(46, right.lemma, length),
		learn.Feature2(47, tail.s3, place),
		learn.Feature2(48, head.s3, place),
		learn.Feature2(49, head.lower, tail.lower),
		learn.Feature3(50, lists, length, place),
		learn.Feature2(51, left.lemma, length),
		learn.Feature3(52, right.lower, right2.lower, length),
		learn.Feature3(53, left.tag, right.tag, length),
		learn.Feature3(54, lists, left.lower, length),
		learn.Feature2(55, tail.runs, length),
		learn.Feature3(56, lists, right.lemma, length),
		learn.Feature3(57, head.lists, length, w.flags),
	)
}

// connectorFeatures are those of a token between capitalised spans.
func (d *decoder) connectorFeatures(b []uint32, at func(int) *token, i int, y1 uint32) []uint32 {
	next := &beyond
	for k := i + 1; k <= i+reach; k++ {
		if t := at(k); t.flags&hasUpper != 0 {
			next = t
			if t.span >= 0 {
				next = &d.tokens[d.spans[t.span].last-1]
			}
			break
		}
	}
	return append(b,
		learn.Feature3(60, y1, d.tokens[i].lower, next.lower),
		learn.Feature3(61, y1, d.tokens[i].lower, next.s3),
		learn.Feature3(62, y1, d.tokens[i].lower, at(i-1).lower),
	)
}

// wordFeatures are those that hold for the token's word throughout the
// article, and what was decided about it before.
func (d *decoder) wordFeatures(b []uint32, w *token, y1 uint32) []uint32 {
	o := d.words[w.word]
	seen := uint32(o.inside) | uint32(o.lower)<<2 | uint32(o.initial)<<4
	mine := majority(d.given, w)
	b = append(b,
		learn.Feature2(70, seen, w.flags),
		learn.Feature2(71, seen, w.tag),
		learn.Feature2(72, mine, y1),
		learn.Feature2(73, mine, w.flags),
	)
	if o.asLast >= 0 {
		s := d.spans[o.asLast]
		head := &d.tokens[s.first]
		b = append(b,
			learn.Feature(74, head.lower),
			learn.Feature2(75, uint32(min(s.length(), 4)), head.lists),
			learn.Feature2(76, d.tokens[max(s.first-1, 0)].lower, uint32(min(s.length(), 3))),
		)
	}
	if o.asFirst >= 0 {
		s := d.spans[o.asFirst]
		tail := &d.tokens[s.last-1]
		b = append(b,
			learn.Feature(77, tail.lower),
			learn.Feature2(78, uint32(min(s.length(), 4)), w.lists),
		)
	}
	if w.span >= 0 {
		s := d.spans[w.span]
		tail := majority(d.given, &d.tokens[s.last-1])
		b = append(b,
			learn.Feature(79, tail),
			learn.Feature2(80, tail, mine),
			learn.Feature3(81, tail, y1, uint32(min(s.length(), 3))),
		)
	}
	return b
}

// earlierFeatures are what the first pass says.
func (d *decoder) earlierFeatures(b []uint32, first, last, i int) []uint32 {
	at := func(k int) uint32 {
		if k < first || k >= last {
			return numLabels
		}
		return uint32(d.earlier[k])
	}
	w := &d.tokens[i]
	p, l1, r1 := at(i), at(i-1), at(i+1)
	mine := majority(d.overall, w)
	b = append(b,
		learn.Feature(85, p),
		learn.Feature3(86, l1, p, r1),
		learn.Feature3(87, p, r1, at(i+2)),
		learn.Feature2(88, p, w.lower),
		learn.Feature2(89, p, mine),
		learn.Feature2(90, mine, w.runs),
		learn.Feature2(91, mine, w.flags),
	)
	if w.span >= 0 {
		s := d.spans[w.span]
		head, tail := majority(d.overall, &d.tokens[s.first]), majority(d.overall, &d.tokens[s.last-1])
		b = append(b,
			learn.Feature2(92, p, tail),
			learn.Feature3(93, p, head, tail),
			learn.Feature3(94, mine, tail, uint32(min(s.length(), 3))),
			learn.Feature3(95, p, tail, uint32(min(s.length(), 3))),
		)
	}
	return b
}
