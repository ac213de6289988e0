package pipeline_test

import (
	"errors"
	"testing"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// sound is a document in which everything fits.
func sound() *pipeline.Document {
	d := pipeline.New("k", "“Ré,” he said.")
	at := func(a, b int) pipeline.Span { return pipeline.Span{Start: a, End: b} }
	for _, s := range []pipeline.Span{at(0, 3), at(3, 6), at(6, 7), at(7, 10), at(11, 13), at(14, 18), at(18, 19)} {
		d.Tokens = append(d.Tokens, pipeline.Token{Span: s})
	}
	d.Sentences = []pipeline.Sentence{{Span: at(0, 19), First: 0, Last: 7}}
	d.Mentions = []pipeline.Mention{{Span: at(3, 6), First: 1, Last: 2}}
	d.Quotes = []pipeline.Quote{{Span: at(0, 10), Inner: at(3, 7), Closed: true, First: 0, Last: 4}}
	d.Cues = []pipeline.Cue{{Span: at(14, 18), First: 5, Last: 6, Head: 5}}
	d.Speakers = []pipeline.Speaker{{Name: "he", Kind: pipeline.Unnamed}}
	c := pipeline.Claim{Type: pipeline.Direct, Source: []pipeline.Span{at(11, 13)}, Cue: []pipeline.Span{at(14, 18)}, Content: []pipeline.Span{at(0, 10)}, Confidence: 0.5}
	c.ID = d.ClaimID(&c)
	d.Claims = []pipeline.Claim{c}
	d.Have = pipeline.Tokens | pipeline.Sentences
	return d
}

func TestCheck(t *testing.T) {
	if err := sound().Check(); err != nil {
		t.Fatalf("a sound document: %v", err)
	}
	for name, spoil := range map[string]func(*pipeline.Document){
		"text not UTF-8":           func(d *pipeline.Document) { d.Text = "\xff" + d.Text[1:] },
		"part out of range":        func(d *pipeline.Document) { d.Parts = []pipeline.Part{{Span: pipeline.Span{Start: 0, End: 99}}} },
		"token empty":              func(d *pipeline.Document) { d.Tokens[2].End = d.Tokens[2].Start },
		"token cuts a character":   func(d *pipeline.Document) { d.Tokens[0].End = 2; d.Tokens[1].Start = 2 },
		"tokens overlap":           func(d *pipeline.Document) { d.Tokens[1].Start = 0 },
		"token past the end":       func(d *pipeline.Document) { d.Tokens[6].End = 20 },
		"sentence leaves tokens":   func(d *pipeline.Document) { d.Sentences[0].Last = 6; d.Sentences[0].End = 18 },
		"sentence does not fit":    func(d *pipeline.Document) { d.Sentences[0].End = 18 },
		"mention without tokens":   func(d *pipeline.Document) { d.Mentions[0].Last = 1 },
		"quote's inner outside":    func(d *pipeline.Document) { d.Quotes[0].Inner.End = 12 },
		"cue's head outside":       func(d *pipeline.Document) { d.Cues[0].Head = 6 },
		"claim without content":    func(d *pipeline.Document) { d.Claims[0].Content = nil },
		"claim of unknown type":    func(d *pipeline.Document) { d.Claims[0].Type = "odd" },
		"claim too sure":           func(d *pipeline.Document) { d.Claims[0].Confidence = 1.5 },
		"claim without a speaker":  func(d *pipeline.Document) { d.Claims[0].Speaker = 3 },
		"claim with another's id":  func(d *pipeline.Document) { d.Claims[0].ID = "beef" },
		"claim stands there twice": func(d *pipeline.Document) { d.Claims = append(d.Claims, d.Claims[0]) },
		"claim's spans out of order": func(d *pipeline.Document) {
			c := &d.Claims[0]
			c.Content = []pipeline.Span{{Start: 11, End: 13}, {Start: 0, End: 10}}
			c.ID = d.ClaimID(c)
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := sound()
			spoil(d)
			if err := d.Check(); !errors.Is(err, pipeline.ErrInvalid) {
				t.Errorf("Check = %v, want %v", err, pipeline.ErrInvalid)
			}
		})
	}
}

func TestClaimIDNamesSpansAndText(t *testing.T) {
	a, b := sound(), sound()
	if a.Claims[0].ID != b.Claims[0].ID {
		t.Error("the same claim has two ids")
	}
	b.Text = "“Rè,” he said."
	if b.ClaimID(&b.Claims[0]) == a.Claims[0].ID {
		t.Error("another text has the same id")
	}
	b = sound()
	b.Claims[0].Source = nil
	if b.ClaimID(&b.Claims[0]) == a.Claims[0].ID {
		t.Error("another source has the same id")
	}
}
