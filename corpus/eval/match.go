package eval

import (
	"cmp"
	"slices"
)

// A pair is a gold and a predicted claim whose contents match.
type pair struct {
	overlap    float64 // Jaccard of their content words
	gold, pred int
}

// matched is the overlap from which contents count as the same.
const matched = 0.5

// match pairs claims one to one, greedily from the greatest overlap down.
// Ties go to the later gold claim, then to the later predicted one, as in the
// reference scorer.
func match(gold, pred []judged) []pair {
	var candidates []pair
	for i, g := range gold {
		for j, p := range pred {
			if w := jaccard(g.content, p.content); w >= matched {
				candidates = append(candidates, pair{w, i, j})
			}
		}
	}
	slices.SortFunc(candidates, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.overlap, a.overlap), cmp.Compare(b.gold, a.gold), cmp.Compare(b.pred, a.pred))
	})
	usedGold, usedPred := make([]bool, len(gold)), make([]bool, len(pred))
	var pairs []pair
	for _, c := range candidates {
		if usedGold[c.gold] || usedPred[c.pred] {
			continue
		}
		usedGold[c.gold], usedPred[c.pred] = true, true
		pairs = append(pairs, c)
	}
	return pairs
}
