package attribute

import "github.com/hearsay-nlp/hearsay/extract/learn"

// keys gathers feature keys. Each call is a template of its own, numbered in
// the order of the calls, so that a call must be made for every example, or
// skipped with skip.
type keys struct {
	out      []uint32
	template uint32
}

func (k *keys) reset(template uint32) {
	k.out, k.template = k.out[:0], template
}

func (k *keys) skip(n uint32) { k.template += n }

func (k *keys) add(a uint32) {
	k.template++
	k.out = append(k.out, learn.Feature(k.template, a))
}

func (k *keys) add2(a, b uint32) {
	k.template++
	k.out = append(k.out, learn.Feature2(k.template, a, b))
}

func (k *keys) add3(a, b, c uint32) {
	k.template++
	k.out = append(k.out, learn.Feature3(k.template, a, b, c))
}

func (k *keys) add4(a, b, c, d uint32) {
	k.template++
	k.out = append(k.out, learn.Feature4(k.template, a, b, c, d))
}

// bit is 1 for true.
func bit(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// distance buckets a count of tokens.
func distance(n int) uint32 {
	switch {
	case n < 0:
		return 15
	case n <= 5:
		return uint32(n)
	case n <= 7:
		return 6
	case n <= 10:
		return 7
	case n <= 15:
		return 8
	case n <= 25:
		return 9
	}
	return 10
}

// probability buckets a probability, finer near 0.
func bucket(p float64) uint32 {
	for i, limit := range [...]float64{.02, .06, .15, .3, .5, .7, .85, .95} {
		if p < limit {
			return uint32(i)
		}
	}
	return 8
}
