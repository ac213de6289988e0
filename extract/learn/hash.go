package learn

import "hash/fnv"

// ID is the 32-bit FNV-1a hash of s: the id by which features refer to a
// word or a label, so that no vocabulary is needed. It does not allocate.
func ID[T ~string | ~[]byte](s T) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h ^= uint32(s[i])
		h *= 16777619
	}
	return h
}

// Feature is the key of a feature: template says which question was asked,
// a what the answer was. Two features with the same template and answer are
// the same feature wherever they occur.
func Feature(template, a uint32) uint32 {
	return uint32(mix(start(template), a))
}

// Feature2 is the key of a feature whose answer has two parts, in order.
func Feature2(template, a, b uint32) uint32 {
	return uint32(mix(mix(start(template), a), b))
}

// Feature3 is the key of a feature whose answer has three parts, in order.
func Feature3(template, a, b, c uint32) uint32 {
	return uint32(mix(mix(mix(start(template), a), b), c))
}

// Feature4 is the key of a feature whose answer has four parts, in order.
func Feature4(template, a, b, c, d uint32) uint32 {
	return uint32(mix(mix(mix(mix(start(template), a), b), c), d))
}

func start(template uint32) uint64 { return uint64(template+1) * 0xD6E8FEB86659FD93 }

// mix is one round of a multiplicative hash. Learners use the low bits of a
// key as it is, so the well-mixed high bits are folded into them.
func mix(x uint64, a uint32) uint64 {
	x = (x ^ uint64(a)) * 0x9E3779B97F4A7C15
	return x ^ x>>32
}

// A Signature stands for what a model's numbers mean: its feature templates
// and its labels. Code and model must agree on it.
type Signature uint64

// NewSignature hashes a feature set: the names of templates and labels, in
// the order of their numbers. Change a name when you change a template's
// meaning.
func NewSignature(names ...[]string) Signature {
	h := fnv.New64a()
	for _, group := range names {
		for _, n := range group {
			h.Write([]byte(n))
			h.Write([]byte{0})
		}
		h.Write([]byte{1})
	}
	return Signature(h.Sum64())
}
