package attribute

// leftOver gives the quotations that no claim has taken to the claim before
// them, or else to the one behind, if it has quoted words as well; those left
// make claims of their own, of which nobody is named as the source.
func (v *view) leftOver(out []candidate, taken []bool) []candidate {
	claims := len(out)
	for q := range v.quotes {
		quote := v.quotes[q]
		if taken[quote.First] || taken[quote.First+1] || !v.alone(q) {
			continue
		}
		content := appendRun(nil, run{quote.First, quote.Last})
		if n := v.neighbour(out[:claims], quote.First); n != nil {
			n.content = merge(n.content, content)
			continue
		}
		out = append(out, candidate{kind: kindQuotation, content: content, score: unsourced, fixed: true})
	}
	return out
}

// gap is how many paragraphs behind a claim a quotation may still belong to
// it.
const gap = 3

// neighbour is the claim whose quoted content ends nearest before token i, or
// without one, in its paragraph, begins nearest behind it.
func (v *view) neighbour(claims []candidate, i int) *candidate {
	var before, behind *candidate
	here := v.sentences[v.of[i]].paragraph
	for k := range claims {
		n := &claims[k]
		if n.cue == nil {
			continue
		}
		first, last := n.content[0], n.content[len(n.content)-1]
		switch {
		case last < i:
			near := v.sentences[v.of[last]].paragraph+gap >= here
			if near && v.tokens[last].quote != none && (before == nil || last > before.content[len(before.content)-1]) {
				before = n
			}
		case first > i:
			near := v.sentences[v.of[first]].paragraph == here
			if near && v.tokens[first].quote != none && (behind == nil || first < behind.content[0]) {
				behind = n
			}
		}
	}
	if before != nil {
		return before
	}
	return behind
}

// merge joins two sorted lists that share nothing.
func merge(a, b []int) []int {
	out := make([]int, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0] < b[0] {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}
