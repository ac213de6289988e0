package tag

import "github.com/hearsay-nlp/hearsay/extract/learn"

// templates names the features, by number. The letters: w exact word, l lower
// case, sN suffix, p prefix, sh shape, r runs of the shape, f flags, a the set
// of tags a word is seen with, t tag; a number after a point is the position
// relative to the word.
var templates = [...]string{
	"bias", "w", "l f.initial", "s1", "s2", "s3", "s4", "p1", "p3", "r f.headline", "r f.initial", "sh s3",
	"t-1", "t-2 t-1", "t-1 l", "t-2 t-1 l", "l-1", "l-2", "l+1", "l+2", "l-1 l", "l l+1", "l-1 l+1",
	"s3-1", "s3+1", "s2+1", "r r+1", "r-1 r", "t-1 a+1", "a+1", "a+1 l", "a+1 a+2", "t-1 l+1", "t-1 s3", "s2 a+1",
	"f t-1", "a t-1 a+1",
}

var signature = learn.NewSignature(templates[:])

// Words and tags beyond the ends of a sentence.
var (
	before = word{exact: 1, lower: 1, s2: 1, s3: 1, runs: 1, class: 1, only: several}
	beyond = word{exact: 2, lower: 2, s2: 2, s3: 2, runs: 2, class: 2, only: several}
)

const noTag = 255

// features appends the keys of what holds for word i of a sentence, the tags
// before it being known.
func features(b []uint32, words []word, tags []uint8, i int) []uint32 {
	at := func(k int) *word {
		switch {
		case k < 0:
			return &before
		case k >= len(words):
			return &beyond
		}
		return &words[k]
	}
	t1, t2 := uint32(noTag), uint32(noTag)
	if i > 0 {
		t1 = uint32(tags[i-1])
	}
	if i > 1 {
		t2 = uint32(tags[i-2])
	}
	t12 := t2<<8 | t1
	w, l1, l2, r1, r2 := &words[i], at(i-1), at(i-2), at(i+1), at(i+2)

	return append(b,
		learn.Feature(0, 0),
		learn.Feature(1, w.exact),
		learn.Feature2(2, w.lower, w.flags&initial),
		learn.Feature(3, w.s1),
		learn.Feature(4, w.s2),
		learn.Feature(5, w.s3),
		learn.Feature(6, w.s4),
		learn.Feature(7, w.p1),
		learn.Feature(8, w.p3),
		learn.Feature2(9, w.runs, w.flags&headline),
		learn.Feature2(10, w.runs, w.flags&initial),
		learn.Feature2(11, w.shape, w.s3),
		learn.Feature(12, t1),
		learn.Feature(13, t12),
		learn.Feature2(14, t1, w.lower),
		learn.Feature2(15, t12, w.lower),
		learn.Feature(16, l1.lower),
		learn.Feature(17, l2.lower),
		learn.Feature(18, r1.lower),
		learn.Feature(19, r2.lower),
		learn.Feature2(20, l1.lower, w.lower),
		learn.Feature2(21, w.lower, r1.lower),
		learn.Feature2(22, l1.lower, r1.lower),
		learn.Feature(23, l1.s3),
		learn.Feature(24, r1.s3),
		learn.Feature(25, r1.s2),
		learn.Feature2(26, w.runs, r1.runs),
		learn.Feature2(27, l1.runs, w.runs),
		learn.Feature2(28, t1, r1.class),
		learn.Feature(29, r1.class),
		learn.Feature2(30, r1.class, w.lower),
		learn.Feature2(31, r1.class, r2.class),
		learn.Feature2(32, t1, r1.lower),
		learn.Feature2(33, t1, w.s3),
		learn.Feature2(34, w.s2, r1.class),
		learn.Feature2(35, w.flags, t1),
		learn.Feature3(36, w.class, t1, r1.class),
	)
}
