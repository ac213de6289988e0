package sentence_test

import (
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

func FuzzSentences(f *testing.F) {
	for _, c := range cases {
		f.Add(strings.ReplaceAll(c.text, " | ", " "), 0, 3)
	}
	f.Add("one\ntwo\nthree.\u2029Mr.\r\rÉ.”“\n. . .", 2, 9)
	f.Fuzz(func(t *testing.T, text string, from, to int) {
		if !utf8.ValidString(text) {
			return
		}
		d := pipeline.New("test", text)
		if 0 <= from && from < to && to <= len(text) && utf8.ValidString(text[:from]) && utf8.ValidString(text[:to]) {
			d.Parts = []pipeline.Part{{Span: pipeline.Span{Start: from, End: to}, Kind: pipeline.PartTitle}}
		}
		split(t, d)
		for i, s := range d.Sentences {
			switch {
			case i == 0 && s.Paragraph != 0:
				t.Errorf("the first sentence is of paragraph %d", s.Paragraph)
			case i > 0 && s.Paragraph != d.Sentences[i-1].Paragraph && s.Paragraph != d.Sentences[i-1].Paragraph+1:
				t.Errorf("sentence %d is of paragraph %d, the one before of %d", i, s.Paragraph, d.Sentences[i-1].Paragraph)
			}
		}
	})
}

// The Punkt tokenizer is shared by all documents that are worked on at once.
func TestConcurrent(t *testing.T) {
	text := strings.Repeat("He met Mr. Brown of the U.S. Senate at 5 p.m. The J. P. Morgan Co. paid. ", 50)
	want := split(t, pipeline.New("test", text)).Sentences
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			d := pipeline.New("test", text)
			if err := pipeline.Apply(d, stages); err != nil {
				t.Error(err)
			}
			if diff := cmp.Diff(want, d.Sentences); diff != "" {
				t.Errorf("sentences (-alone +at once):\n%s", diff)
			}
		})
	}
	wg.Wait()
}
