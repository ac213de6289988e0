package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hearsay-nlp/hearsay/corpus/eval"
	"github.com/hearsay-nlp/hearsay/corpus/gold"
	"github.com/hearsay-nlp/hearsay/extract"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

var update = flag.Bool("update", false, "rewrite the golden files with what extraction gives now")

const testdata = "../../testdata"

// extracted are the project's own articles with their gold and, in the
// document, what the standard stages make of them.
func extracted(t *testing.T) []*gold.Article {
	t.Helper()
	var articles []*gold.Article
	for _, dir := range []string{"articles", "encodings"} {
		for a, err := range gold.ReadDir(filepath.Join(testdata, dir)) {
			if err != nil {
				t.Fatal(err)
			}
			apply(t, a.Document)
			articles = append(articles, a)
		}
	}
	return articles
}

// apply takes d through the stages and checks it after each.
func apply(t *testing.T, d *pipeline.Document) {
	t.Helper()
	for _, s := range extract.Stages() {
		if err := pipeline.Apply(d, []pipeline.Stage{s}); err != nil {
			t.Fatal(err)
		}
		if err := d.Check(); err != nil {
			t.Fatalf("after stage %s: %v", s.Name, err)
		}
	}
}

// TestGolden holds the claims and speakers of each article against those
// written down, so that any change of extraction shows in review.
func TestGolden(t *testing.T) {
	articles := extracted(t)
	for _, a := range articles {
		t.Run(a.Name, func(t *testing.T) {
			compare(t, filepath.Join(testdata, "golden", a.Name+".txt"), describe(a.Document))
		})
	}
	files, err := filepath.Glob(filepath.Join(testdata, "golden", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".txt")
		if !slices.ContainsFunc(articles, func(a *gold.Article) bool { return a.Name == name }) {
			t.Errorf("%s belongs to no article", f)
		}
	}
}

// TestScores holds the measures over all articles, and for each alone, against
// testdata/scores.txt; then those over PolNeAR's development part, where that
// stands beside the project.
func TestScores(t *testing.T) {
	var b strings.Builder
	if err := writeScores(&b, extracted(t)); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(testdata, "scores.txt")
	if err := writePolNeAR(t.Context(), &b); errors.Is(err, fs.ErrNotExist) {
		t.Logf("PolNeAR is not beside the project, its figures are taken as they are: %v", err)
		old, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		_, figures, _ := strings.Cut(string(old), polNeAR)
		b.WriteString(polNeAR + figures)
	} else if err != nil {
		t.Fatal(err)
	}
	compare(t, file, b.String())
}

// polNeAR heads the second part of scores.txt.
const polNeAR = "\n== PolNeAR, development part ==\n\n"

// writePolNeAR writes what hearsay eval prints over PolNeAR's development part.
func writePolNeAR(ctx context.Context, b *strings.Builder) error {
	const shared = "../../../shared/data"
	if _, err := os.Stat(shared); err != nil {
		return err
	}
	b.WriteString(polNeAR)
	return run(ctx, []string{"hearsay", "eval", "--gold", shared + "/polnear/dev", "--speakers", shared + "/speakers/dev.tsv"}, nil, b, io.Discard)
}

// compare holds got against a golden file, or rewrites it under -update.
func compare(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v (go test ./cmd/hearsay -update writes it)", err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s differs (-want +got); if the change is meant, go test ./cmd/hearsay -update\n%s", file, diff)
	}
}

// describe writes a document's claims for people to read.
func describe(d *pipeline.Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%d claims\n", d.Title, len(d.Claims))
	for _, c := range d.Claims {
		fmt.Fprintf(&b, "\n%s: %s\n", c.Type, speakerOf(d, c))
		for _, role := range []struct {
			name  string
			spans []pipeline.Span
		}{{"source", c.Source}, {"cue", c.Cue}, {"content", c.Content}} {
			for _, s := range role.spans {
				fmt.Fprintf(&b, "  %-8s %s\n", role.name, strings.Join(strings.Fields(d.Slice(s)), " "))
			}
		}
	}
	return b.String()
}

// speakerOf is "name (kind, role)".
func speakerOf(d *pipeline.Document, c pipeline.Claim) string {
	if c.Speaker == pipeline.NoSpeaker {
		return "nobody known"
	}
	s := d.Speakers[c.Speaker]
	if s.Role == "" {
		return fmt.Sprintf("%s (%s)", s.Name, s.Kind)
	}
	return fmt.Sprintf("%s (%s, %s)", s.Name, s.Kind, s.Role)
}

// writeScores writes the measures over all articles and a line for each.
func writeScores(b *strings.Builder, articles []*gold.Article) error {
	var scores eval.Scores
	var speakers eval.SpeakerScores
	var rows strings.Builder
	fmt.Fprintf(&rows, "\n%-20s %5s %5s %6s %6s %6s %7s %7s %8s %9s\n", "claim by article", "gold", "found", "P", "R", "F1", "quoted", "source", "content", "speakers")
	for _, a := range articles {
		var own eval.Scores
		var ownSpeakers eval.SpeakerScores
		claims, names := goldClaims(a)
		found := eval.Predicted(a.Document)
		for _, s := range []*eval.Scores{&scores, &own} {
			s.Add(a.Name, a.Document.Text, claims, found)
		}
		for _, s := range []*eval.SpeakerScores{&speakers, &ownSpeakers} {
			s.Add(names, a.Name, a.Document.Text, claims, found)
		}
		r, sp := own.Report(), ownSpeakers.Rows()[0]
		fmt.Fprintf(&rows, "%-20s %5d %5d %6s %6s %6s %7s %7s %8s %9s\n", a.Name, len(claims), len(found),
			percent(r.Claim.P, r.Claim.N), percent(r.Claim.R, r.Claim.N), percent(r.Claim.F, r.Claim.N), percent(r.ClaimQuoted.F, r.ClaimQuoted.N),
			percent(r.SourceAcc.Percent, r.SourceAcc.N), percent(r.Exact.Content.F, r.Exact.Content.N), fmt.Sprintf("%d/%d", sp.Right, sp.Gold))
	}
	r := scores.Report()
	// An outlet is told from a file name of PolNeAR's, and here would be the article.
	r.Slices = slices.DeleteFunc(r.Slices, func(s eval.Slice) bool { return s.Group == "outlet" })
	if err := r.WriteText(b); err != nil {
		return err
	}
	b.WriteString("\nright speaker by sort of source\n")
	if err := speakers.WriteText(b); err != nil {
		return err
	}
	b.WriteString(rows.String())
	return nil
}

// percent is a measure, or "-" where the gold has nothing that it could
// measure.
func percent(p float64, n int) string {
	if n == 0 {
		return "-"
	}
	return fmt.Sprintf("%.1f", p)
}

// goldClaims are an article's gold claims as package eval takes them. Their
// ids are the lines they begin in.
func goldClaims(a *gold.Article) ([]eval.Claim, eval.Speakers) {
	claims := make([]eval.Claim, len(a.Claims))
	names := map[string]eval.Name{}
	for i, c := range a.Claims {
		id := fmt.Sprintf("line %d", c.Line)
		claims[i] = eval.Claim{ID: id, Type: c.Type, Source: c.Source, Cue: c.Cue, Content: c.Content}
		if c.Speaker != "" {
			names[id] = eval.Name{Name: c.Speaker, Kind: string(c.Kind)}
		}
	}
	return claims, eval.Speakers{a.Name: names}
}
