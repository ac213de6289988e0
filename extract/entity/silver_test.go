package entity

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// silver reads PolNeAR's dev articles with CoreNLP's tags, lemmas and names.
func silver(t testing.TB) []Example {
	t.Helper()
	dir := filepath.FromSlash("../../../shared/data/polnear")
	f, err := os.Open(filepath.Join(dir, "silver-dev.conllu.gz"))
	if errors.Is(err, os.ErrNotExist) {
		t.Skip("no ../shared/data/polnear beside the checkout")
	}
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var all []Example
	in := bufio.NewScanner(z)
	open := false
	for in.Scan() {
		if id, ok := strings.CutPrefix(in.Text(), "# newdoc id = "); ok {
			text, err := os.ReadFile(filepath.Join(dir, "dev", "text", id+".txt"))
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, Example{Doc: pipeline.New(id, string(text))})
		}
		cols := strings.Split(in.Text(), "\t")
		if len(cols) != 10 {
			open = false
			continue
		}
		e := &all[len(all)-1]
		token := pipeline.Token{Tag: cols[4], Lemma: strings.ToLower(cols[2])}
		name, place, _ := strings.Cut(strings.TrimPrefix(cols[9], "NER="), "|")
		if _, err := fmt.Sscanf(place, "Start=%d|End=%d", &token.Start, &token.End); err != nil {
			t.Fatal(err)
		}
		if !open {
			e.Doc.Sentences = append(e.Doc.Sentences, pipeline.Sentence{First: len(e.Doc.Tokens)})
			open = true
		}
		e.Doc.Tokens = append(e.Doc.Tokens, token)
		e.Names = append(e.Names, name)
		e.Doc.Sentences[len(e.Doc.Sentences)-1].Last = len(e.Doc.Tokens)
	}
	return all
}

// F1 of persons, places and organizations, with exact spans: against silver
// as it is, and with the surnames repaired that it mistakes.
func TestScoreOnSilverDev(t *testing.T) {
	var raw, repaired struct{ right, found, gold int }
	for _, e := range silver(t) {
		if err := Stage().Run(e.Doc); err != nil {
			t.Fatal(err)
		}
		found := major(e.Doc.Mentions)
		truth := make([]uint8, len(e.Names))
		for i, name := range e.Names {
			truth[i] = uint8(max(0, slices.Index(labelNames, name)))
		}
		gold := major(mentions(e.Doc, truth))
		repair(read(e.Doc), truth)
		better := major(mentions(e.Doc, truth))
		raw.found, raw.gold, raw.right = raw.found+len(found), raw.gold+len(gold), raw.right+common(found, gold)
		repaired.found, repaired.gold, repaired.right = repaired.found+len(found), repaired.gold+len(better), repaired.right+common(found, better)
	}
	f1 := 200 * float64(raw.right) / float64(raw.found+raw.gold)
	better := 200 * float64(repaired.right) / float64(repaired.found+repaired.gold)
	t.Logf("F1 %.1f against silver, %.1f against repaired silver", f1, better)
	if f1 < 85.5 || better < 90 {
		t.Errorf("F1 %.1f and %.1f, want 85.5 and 90", f1, better)
	}
}

func major(all []pipeline.Mention) []pipeline.Mention {
	return slices.DeleteFunc(slices.Clone(all), func(m pipeline.Mention) bool { return m.Type == pipeline.MentionOther })
}

func common(a, b []pipeline.Mention) (n int) {
	for _, m := range a {
		if slices.Contains(b, m) {
			n++
		}
	}
	return n
}

func BenchmarkEntity(b *testing.B) {
	all := silver(b)
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		for _, e := range all {
			if err := Stage().Run(e.Doc); err != nil {
				b.Fatal(err)
			}
			n += len(e.Doc.Tokens)
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "tok/s")
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(shipped); err != nil {
			b.Fatal(err)
		}
	}
}
