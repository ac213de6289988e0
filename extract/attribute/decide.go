package attribute

import (
	"slices"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// MinConfidence is the confidence from which Stage makes claims: that of a
// candidate which scores threshold.
const MinConfidence = .34

// Scores from which candidates become claims, chosen by jackknife for claim
// F1.
const (
	threshold       = .33
	titleThreshold  = .6  // headlines must attribute plainly
	nestedThreshold = .65 // speech within somebody's speech
)

// unsourced is the confidence of a quotation that nothing attributes: on
// PolNeAR hardly one is a claim of its own, but elsewhere such a quotation is
// speech, so it is kept as the least certain of claims.
const unsourced = MinConfidence

// least is the score that n needs where others need limit.
func (v *view) least(n *candidate, limit float64) float64 {
	if v.sentences[v.of[n.content[0]]].part == pipeline.PartTitle {
		return max(limit, titleThreshold)
	}
	return limit
}

// decide chooses among candidates that score limit or more, best first: one a
// cue, and none that has most of its content from better ones. A cue in the content of a better
// one makes a claim within it only if it is sure.
func (v *view) decide(all []candidate, limit float64) []candidate {
	slices.SortStableFunc(all, func(a, b candidate) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return a.content[0] - b.content[0]
	})
	used, taken := make([]bool, len(v.tokens)), make([]bool, len(v.tokens))
	var out []candidate
	for _, n := range all {
		if n.score < v.least(&n, limit) || n.cue != nil && used[n.cue.head] {
			continue
		}
		if n.cue == nil || !taken[n.cue.head] {
			if n.content = v.free(n.content, taken); n.content == nil {
				continue
			}
		} else if n.score < nestedThreshold {
			continue
		}
		for _, i := range n.content {
			taken[i] = true
		}
		if n.cue != nil {
			used[n.cue.head] = true
		}
		out = append(out, n)
	}
	return v.leftOver(out, taken)
}

// free is content without the tokens that other claims have; nil if those are
// half of its words or more.
func (v *view) free(content []int, taken []bool) []int {
	kept := make([]int, 0, len(content))
	for _, i := range content {
		if !taken[i] {
			kept = append(kept, i)
		}
	}
	if 2*v.wordsOf(kept) <= v.wordsOf(content) {
		return nil
	}
	return kept
}
