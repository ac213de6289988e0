package sentence_test

import (
	"testing"

	"github.com/jdkato/prose/v2"
	"gopkg.in/neurosnap/sentences.v1/english"

	"github.com/hearsay-nlp/hearsay/extract/sentence"
	"github.com/hearsay-nlp/hearsay/extract/token"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

func articles(tb testing.TB) (docs []*pipeline.Document, tokens int) {
	for name := range silver(tb, "dev") {
		d := article(tb, "dev", name)
		if err := pipeline.Apply(d, []pipeline.Stage{token.Stage()}); err != nil {
			tb.Fatal(err)
		}
		docs = append(docs, d)
		tokens += len(d.Tokens)
	}
	return docs, tokens
}

func BenchmarkSentence(b *testing.B) {
	docs, n := articles(b)
	run := sentence.Stage().Run
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			if err := run(d); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkProse(b *testing.B) {
	docs, n := articles(b)
	model := &prose.Model{}
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			_, err := prose.NewDocument(d.Text, prose.UsingModel(model),
				prose.WithTokenization(false), prose.WithTagging(false), prose.WithExtraction(false))
			if err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := english.NewSentenceTokenizer(nil); err != nil {
			b.Fatal(err)
		}
	}
}
