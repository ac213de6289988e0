package conllu

import (
	_ "embed"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

//go:embed testdata/two.conllu
var two string

func readAll(t *testing.T, file string) []*Document {
	t.Helper()
	var docs []*Document
	for d, err := range Read(strings.NewReader(file)) {
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, d)
	}
	return docs
}

func TestAlign(t *testing.T) {
	docs := readAll(t, two)
	if len(docs) != 2 || docs[0].ID != "a" || docs[1].ID != "b" {
		t.Fatalf("got %d documents, want a and b", len(docs))
	}
	text := "Talks open\n\nLavrov don’t"
	a, err := Align(docs[0], text)
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for _, tok := range a.Tokens {
		words = append(words, a.Slice(tok.Span)+"/"+tok.Tag+"/"+tok.Lemma)
	}
	want := []string{"Talks/NNS/talk", "open/VBP/open", "Lavrov/NNP/lavrov", "do/VBP/do", "n’t/RB/not"}
	if d := cmp.Diff(want, words); d != "" {
		t.Errorf("tokens (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]string{"O", "O", "PERSON", "O", "O"}, a.Names); d != "" {
		t.Errorf("names (-want +got):\n%s", d)
	}
	// The headline runs into the body in the file, but not in the text.
	sentences := []pipeline.Sentence{
		{Span: pipeline.Span{Start: 0, End: 10}, First: 0, Last: 2, Paragraph: 0},
		{Span: pipeline.Span{Start: 12, End: 26}, First: 2, Last: 5, Paragraph: 1},
	}
	if d := cmp.Diff(sentences, a.Sentences); d != "" {
		t.Errorf("sentences (-want +got):\n%s", d)
	}
}

func TestAlignRefusesTextThatDoesNotFit(t *testing.T) {
	docs := readAll(t, two)
	for _, text := range []string{"Talks open", "Talks open\n\nLavrov don’"} {
		if _, err := Align(docs[0], text); !errors.Is(err, ErrSyntax) {
			t.Errorf("over %q: error %v, want ErrSyntax", text, err)
		}
	}
}

func TestReadNamesTheLine(t *testing.T) {
	for file, want := range map[string]string{
		"1\ta\n": "line 1: ",
		"# a comment\n\nx\ta\t_\t_\t_\t_\t0\t_\t_\t_\n": "line 3: ",
		"1\ta\t_\t_\t_\t_\tz\t_\t_\t_\n":                "line 1: ",
	} {
		var got error
		for _, err := range Read(strings.NewReader(file)) {
			got = err
		}
		if !errors.Is(got, ErrSyntax) || !strings.HasPrefix(got.Error(), want) {
			t.Errorf("%q: error %v, want ErrSyntax at %q", file, got, want)
		}
	}
}
