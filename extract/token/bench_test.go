package token_test

import (
	"testing"

	"github.com/jdkato/prose/v2"

	"github.com/hearsay-nlp/hearsay/extract/token"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

func articles(tb testing.TB) (docs []*pipeline.Document) {
	for name := range silver(tb, "dev") {
		docs = append(docs, article(tb, "dev", name))
	}
	return docs
}

func BenchmarkToken(b *testing.B) {
	docs := articles(b)
	run, n := token.Stage().Run, 0
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			if err := run(d); err != nil {
				b.Fatal(err)
			}
			n += len(d.Tokens)
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkProse(b *testing.B) {
	docs := articles(b)
	model, n := &prose.Model{}, 0
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			p, err := prose.NewDocument(d.Text, prose.UsingModel(model),
				prose.WithSegmentation(false), prose.WithTagging(false), prose.WithExtraction(false))
			if err != nil {
				b.Fatal(err)
			}
			n += len(p.Tokens())
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "tokens/s")
}
