package eval

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// A Report holds all measures, in per cent.
type Report struct {
	Articles    int
	Claim       Measure  // content and source right: the headline figure
	ClaimQuoted Measure  // the same over claims in or at quotation marks
	Content     Measure  // content right
	SourceAcc   Accuracy // of contents that are right and have a gold source
	TypeAcc     Accuracy // of contents that are right, the type as the text's marks tell it
	Exact       Roles    // whole spans
	Token       Roles    // single words
	Slices      []Slice
	Calibration Calibration
}

// Roles holds a measure for each role of a claim.
type Roles struct{ Source, Cue, Content Measure }

// A Measure is precision, recall and their harmonic mean, in per cent.
type Measure struct {
	P, R, F float64
	N       int // gold items
}

// An Accuracy is how many of N are right, in per cent.
type Accuracy struct {
	Percent float64
	N       int
}

// A Slice measures one sort of claims: precision over predicted claims of
// the sort, recall over gold ones.
type Slice struct {
	Group, Name    string
	Claim, Content Measure
	SourceAcc      Accuracy
}

// Report works out the measures of all that was added.
func (s *Scores) Report() Report {
	r := Report{
		Articles:    s.articles,
		Claim:       s.all.claim(),
		ClaimQuoted: s.quoted.claim(),
		Content:     s.all.content(),
		SourceAcc:   s.all.sourced.accuracy(),
		TypeAcc:     s.typed.accuracy(),
		Exact:       roles(s.exact),
		Token:       roles(s.token),
		Calibration: s.calibration,
	}
	for _, group := range sliceOrder {
		names := group.names
		if names == nil {
			names = s.slicesOf(group.group)
		}
		for _, n := range names {
			if t := s.slices[sliceKey{group.group, n}]; t != nil {
				r.Slices = append(r.Slices, Slice{group.group, n, t.claim(), t.content(), t.sourced.accuracy()})
			}
		}
	}
	return r
}

// slicesOf lists the sorts of a group by name.
func (s *Scores) slicesOf(group string) []string {
	var names []string
	for k := range maps.Keys(s.slices) {
		if k.group == group {
			names = append(names, k.name)
		}
	}
	slices.Sort(names)
	return names
}

func (t *tally) claim() Measure {
	return measure(t.predClaims, t.pred, t.goldClaims, t.gold)
}

func (t *tally) content() Measure {
	return measure(t.predContent, t.pred, t.goldContent, t.gold)
}

func (c counts) measure() Measure { return measure(c.hit, c.pred, c.hit, c.gold) }

func roles(c [3]counts) Roles {
	return Roles{Source: c[0].measure(), Cue: c[1].measure(), Content: c[2].measure()}
}

func (r ratio) accuracy() Accuracy {
	return Accuracy{100 * share(float64(r.right), r.of), r.of}
}

// measure divides in the order of the reference scorer, so that figures agree
// to the last bit.
func measure(predHits, pred, goldHits, gold int) Measure {
	p, r := share(float64(predHits), pred), share(float64(goldHits), gold)
	m := Measure{P: 100 * p, R: 100 * r, N: gold}
	if p+r > 0 {
		m.F = 200 * p * r / (p + r)
	}
	return m
}

// WriteText writes the report as plain tables. The same scores give the same
// bytes.
func (r Report) WriteText(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%d articles, %d gold claims\n\n", r.Articles, r.Claim.N)
	fmt.Fprintf(&b, "%-15s %6s %6s %6s %6s\n", "measure", "P", "R", "F1", "n")
	for _, row := range []struct {
		name string
		Measure
	}{
		{"claim", r.Claim}, {"claim_quoted", r.ClaimQuoted}, {"content", r.Content},
		{"source_exact", r.Exact.Source}, {"cue_exact", r.Exact.Cue}, {"content_exact", r.Exact.Content},
		{"source_token", r.Token.Source}, {"cue_token", r.Token.Cue}, {"content_token", r.Token.Content},
	} {
		fmt.Fprintf(&b, "%-15s %6.1f %6.1f %6.1f %6d\n", row.name, row.P, row.R, row.F, row.N)
	}
	for _, row := range []struct {
		name string
		Accuracy
	}{{"source_acc", r.SourceAcc}, {"type_acc", r.TypeAcc}} {
		fmt.Fprintf(&b, "%-15s %20.1f %6d\n", row.name, row.Percent, row.N)
	}
	r.writeSlices(&b)
	r.writeCalibration(&b)
	_, err := io.WriteString(w, b.String())
	return err
}

func (r Report) writeSlices(b *strings.Builder) {
	group := ""
	for _, s := range r.Slices {
		if s.Group != group {
			group = s.Group
			fmt.Fprintf(b, "\n%-20s %6s %6s %6s %6s %8s %8s\n", "claim by "+group, "P", "R", "F1", "n", "content", "source")
		}
		fmt.Fprintf(b, "%-20s %6.1f %6.1f %6.1f %6d %8.1f %8.1f\n", s.Name, s.Claim.P, s.Claim.R, s.Claim.F, s.Claim.N, s.Content.F, s.SourceAcc.Percent)
	}
}

func (r Report) writeCalibration(b *strings.Builder) {
	fmt.Fprintf(b, "\n%-20s %6s %8s %6s\n", "confidence", "stated", "observed", "n")
	for i, bin := range r.Calibration {
		if bin.N > 0 {
			fmt.Fprintf(b, "%.1f to %-13.1f %6.2f %8.2f %6d\n", float64(i)/10, float64(i+1)/10, bin.Mean(), bin.Observed(), bin.N)
		}
	}
	fmt.Fprintf(b, "%-20s %6.3f\n", "mean gap", r.Calibration.Gap())
}
