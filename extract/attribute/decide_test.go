package attribute

import (
	"testing"

	"pgregory.net/rapid"
)

// TestDecide: whatever the candidates, no cue serves twice, no claim is empty
// or below the threshold, and no token is content twice unless one claim
// stands within another.
func TestDecide(t *testing.T) {
	v := &view{}
	v.reset(probe())
	rapid.Check(t, func(t *rapid.T) {
		var all []candidate
		for range rapid.IntRange(0, 8).Draw(t, "candidates") {
			first := rapid.IntRange(0, len(v.tokens)-1).Draw(t, "first")
			last := rapid.IntRange(first+1, len(v.tokens)).Draw(t, "last")
			all = append(all, candidate{
				cue:     &cue{head: rapid.IntRange(0, len(v.tokens)-1).Draw(t, "head")},
				content: appendRun(nil, run{first, last}),
				score:   rapid.Float64Range(0, nestedThreshold-.01).Draw(t, "score"),
			})
		}
		content, heads := map[int]bool{}, map[int]bool{}
		for _, n := range v.decide(all, threshold) {
			if n.cue != nil {
				if n.score < threshold || heads[n.cue.head] {
					t.Fatalf("chosen: %+v", n)
				}
				heads[n.cue.head] = true
			}
			if len(n.content) == 0 {
				t.Fatalf("empty: %+v", n)
			}
			for _, i := range n.content {
				if content[i] {
					t.Fatalf("token %d is content twice", i)
				}
				content[i] = true
			}
		}
	})
}

// TestNested: a sure claim may stand within another's content.
func TestNested(t *testing.T) {
	v := &view{}
	v.reset(probe())
	outer := candidate{cue: &cue{head: 7}, content: appendRun(nil, run{13, 22}), score: .9}
	inner := candidate{cue: &cue{head: 14}, content: appendRun(nil, run{16, 20}), score: nestedThreshold}
	if got := v.decide([]candidate{inner, outer}, threshold); len(got) < 2 || len(got[0].content) != 9 || len(got[1].content) != 4 {
		t.Errorf("%+v", got)
	}
	inner.score -= .01
	for _, n := range v.decide([]candidate{inner, outer}, threshold) {
		if n.cue == inner.cue {
			t.Errorf("unsure claim within another: %+v", n)
		}
	}
}
