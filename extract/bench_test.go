package extract_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/jdkato/prose/v2"

	"github.com/hearsay-nlp/hearsay/extract"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

// articles are PolNeAR's development texts; the benchmarks skip without them.
var articles = sync.OnceValues(func() ([]string, error) {
	files, err := filepath.Glob("../../shared/data/polnear/dev/text/*.txt")
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no articles beside the project: %w", os.ErrNotExist)
	}
	var out []string
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		out = append(out, string(b))
	}
	return out, nil
})

func texts(b *testing.B) []string {
	b.Helper()
	a, err := articles()
	if err != nil {
		b.Skip(err)
	}
	return a
}

// extracted takes a text all the way and gives the number of its tokens.
func extracted(b *testing.B, text string, stages []pipeline.Stage) int {
	d := pipeline.New("bench", text)
	if err := pipeline.Apply(d, stages); err != nil {
		b.Fatal(err)
	}
	return len(d.Tokens)
}

// perSecond reports tokens a second and allocations a token.
func perSecond(b *testing.B, tokens int, allocs uint64) {
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
	b.ReportMetric(float64(allocs)/float64(tokens), "allocs/token")
}

// measured runs work b.N times on one core and reports its speed.
func measured(b *testing.B, work func() int) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	work() // models load once, before
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	tokens := 0
	for b.Loop() {
		tokens += work()
	}
	runtime.ReadMemStats(&after)
	perSecond(b, tokens, after.Mallocs-before.Mallocs)
}

// BenchmarkHearsay takes the articles from text to claims on one core;
// BenchmarkProse, beside it, lets prose do its own three steps with a model
// loaded once.
func BenchmarkHearsay(b *testing.B) {
	all, stages := texts(b), extract.Stages()
	measured(b, func() int {
		n := 0
		for _, text := range all {
			n += extracted(b, text, stages)
		}
		return n
	})
}

func BenchmarkProse(b *testing.B) {
	all := texts(b)
	first, err := prose.NewDocument("One.")
	if err != nil {
		b.Fatal(err)
	}
	measured(b, func() int {
		n := 0
		for _, text := range all {
			d, err := prose.NewDocument(text, prose.UsingModel(first.Model))
			if err != nil {
				b.Fatal(err)
			}
			n += len(d.Tokens())
		}
		return n
	})
}

// BenchmarkStage tells where the time goes.
func BenchmarkStage(b *testing.B) {
	all, stages := texts(b), extract.Stages()
	for i, s := range stages {
		b.Run(s.Name, func(b *testing.B) {
			var docs []*pipeline.Document
			for _, text := range all {
				d := pipeline.New("bench", text)
				if err := pipeline.Apply(d, stages[:i]); err != nil {
					b.Fatal(err)
				}
				docs = append(docs, d)
			}
			tokens := 0
			for b.Loop() {
				for _, d := range docs {
					again := *d
					if err := s.Run(&again); err != nil {
						b.Fatal(err)
					}
					tokens += len(again.Tokens)
				}
			}
			b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}

// BenchmarkLength shows that the cost of a token does not grow with the
// article.
func BenchmarkLength(b *testing.B) {
	whole := strings.Join(texts(b), "\n\n")
	for len(whole) < 1<<20 {
		whole += "\n\n" + whole
	}
	stages := extract.Stages()
	for _, size := range []int{1 << 10, 1 << 14, 1 << 17, 1 << 20} {
		text := strings.ToValidUTF8(whole[:size], "")
		b.Run(fmt.Sprintf("%dKB", size>>10), func(b *testing.B) {
			measured(b, func() int { return extracted(b, text, stages) })
		})
	}
}

// BenchmarkWorkers shows what a second core brings.
func BenchmarkWorkers(b *testing.B) {
	all, stages := texts(b), extract.Stages()
	for _, workers := range []int{1, 2} {
		b.Run(fmt.Sprint(workers), func(b *testing.B) {
			tokens := 0
			for b.Loop() {
				src := func(yield func(*pipeline.Document, error) bool) {
					for i, text := range all {
						if !yield(pipeline.New(fmt.Sprint(i), text), nil) {
							return
						}
					}
				}
				err := pipeline.Run(context.Background(), src, stages, func(d *pipeline.Document, err error) error {
					if err == nil {
						tokens += len(d.Tokens)
					}
					return err
				}, pipeline.Workers(workers))
				if err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}
