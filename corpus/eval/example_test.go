package eval_test

import (
	"fmt"

	"github.com/hearsay-nlp/hearsay/corpus/eval"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

func ExampleScores() {
	text := "“We won,” Ann Lee said."
	gold := []eval.Claim{{
		Source:  []pipeline.Span{{Start: 14, End: 21}},
		Cue:     []pipeline.Span{{Start: 22, End: 26}},
		Content: []pipeline.Span{{Start: 0, End: 13}},
	}}
	// Marks at an edge do not count, and half of the source's words will do.
	found := []eval.Claim{{
		Source:  []pipeline.Span{{Start: 18, End: 21}},
		Cue:     []pipeline.Span{{Start: 22, End: 26}},
		Content: []pipeline.Span{{Start: 3, End: 9}},
	}}
	var s eval.Scores
	s.Add("daily_2025", text, gold, found)
	r := s.Report()
	fmt.Printf("claim %.1f, source exact %.1f\n", r.Claim.F, r.Exact.Source.F)
	// Output: claim 100.0, source exact 0.0
}
