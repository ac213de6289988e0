package entity

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/hearsay-nlp/hearsay/extract/learn"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

// parse makes a tagged document of lines, each a sentence of word/TAG.
func parse(text string) *pipeline.Document {
	d := &pipeline.Document{Key: "test", Have: pipeline.Tokens | pipeline.Sentences | pipeline.Tags}
	var b strings.Builder
	for line := range strings.Lines(text) {
		first := len(d.Tokens)
		for _, field := range strings.Fields(line) {
			at := strings.LastIndexByte(field, '/')
			start := b.Len()
			b.WriteString(field[:at])
			span := pipeline.Span{Start: start, End: b.Len()}
			d.Tokens = append(d.Tokens, pipeline.Token{Span: span, Tag: field[at+1:], Lemma: strings.ToLower(field[:at])})
			b.WriteByte(' ')
		}
		if n := len(d.Tokens); n > first {
			span := pipeline.Span{Start: d.Tokens[first].Start, End: d.Tokens[n-1].End}
			d.Sentences = append(d.Sentences, pipeline.Sentence{Span: span, First: first, Last: n})
		}
	}
	d.Text = b.String()
	return d
}

func names(d *pipeline.Document) []string {
	var all []string
	for _, m := range d.Mentions {
		all = append(all, d.Slice(m.Span)+": "+m.Type.String())
	}
	return all
}

func TestNames(t *testing.T) {
	for text, want := range map[string][]string{
		// None of these people is in the training data.
		"Kremlin/NNP spokesman/NN Dmitry/NNP Peskov/NNP said/VBD so/RB ./.\nPeskov/NNP denied/VBD it/PRP ./.": {"Dmitry Peskov: person", "Peskov: person"},
		"Anneliese/NNP Kowalczuk/NNP ,/, a/DT nurse/NN in/IN Chicago/NNP ,/, said/VBD ./.":                    {"Anneliese Kowalczuk: person", "Chicago: place"},
		// Possessive endings and quotation marks are no part of a name.
		"Hegseth/NNP ’s/POS aide/NN told/VBD the/DT Associated/NNP Press/NNP ./.\nPete/NNP Hegseth/NNP left/VBD ./.": {"Hegseth: person", "Associated Press: organization", "Pete Hegseth: person"},
		"Voters/NNS in/IN Ohio/NNP like/VBP Republicans/NNPS ./.":                                                    {"Ohio: place", "Republicans: other"},
		"It/PRP is/VBZ late/JJ ./.": nil,
	} {
		d := parse(text)
		if err := pipeline.Apply(d, []pipeline.Stage{Stage()}); err != nil {
			t.Fatal(err)
		}
		if err := d.Check(); err != nil {
			t.Fatal(err)
		}
		got := slices.DeleteFunc(names(d), func(s string) bool { return strings.HasPrefix(s, "Kremlin") })
		if !slices.Equal(want, got) {
			t.Errorf("%s\ngot  %q\nwant %q", text, got, want)
		}
	}
}

func TestRepairFollowsFullNames(t *testing.T) {
	d := parse("Donald/NNP Trump/NNP spoke/VBD ./.\nIn/IN Trump/NNP we/PRP trust/VBP ./.\nHe/PRP left/VBD Trump/NNP Tower/NNP ./.\nMr./NNP Trump/NNP won/VBD in/IN Ohio/NNP ./.")
	truth := []uint8{
		person, person, outside, outside,
		outside, location, outside, outside, outside,
		outside, outside, location, location, outside,
		outside, outside, outside, outside, location, outside,
	}
	want := slices.Clone(truth)
	want[5], want[15] = person, person
	a := read(d)
	repair(a, truth)
	// "Trump Tower" ends with another word, and so leaves Trump's vote alone.
	if diff := cmp.Diff(want, truth); diff != "" {
		t.Errorf("labels (-want +got):\n%s", diff)
	}
}

// Any tokens and tags give sound mentions, twice the same.
func TestAnyTokens(t *testing.T) {
	field := rapid.Custom(func(t *rapid.T) string {
		word := rapid.StringOfN(rapid.RuneFrom([]rune("aZé9-'’“\".ǅ")), 1, 5, -1).Draw(t, "word")
		return word + "/" + rapid.SampledFrom([]string{"NNP", "NN", "IN", "POS", "``", "CD"}).Draw(t, "tag")
	})
	rapid.Check(t, func(t *rapid.T) {
		fields := rapid.SliceOfN(field, 0, 30).Draw(t, "tokens")
		if n := len(fields); n > 4 {
			fields[n/2] += "\n"
		}
		a, b := parse(strings.Join(fields, " ")), parse(strings.Join(fields, " "))
		for _, d := range []*pipeline.Document{a, b} {
			if err := Stage().Run(d); err != nil {
				t.Fatal(err)
			}
			if err := d.Check(); err != nil {
				t.Fatal(err)
			}
		}
		if diff := cmp.Diff(a.Mentions, b.Mentions); diff != "" {
			t.Fatalf("second run differs:\n%s", diff)
		}
	})
}

func TestTrainingIsReproducible(t *testing.T) {
	train := func() []byte {
		var examples []Example
		for range 8 {
			d := parse("Ann/NNP Lee/NNP of/IN Ohio/NNP spoke/VBD ./.\nThe/DT man/NN left/VBD Ohio/NNP ./.")
			examples = append(examples, Example{Doc: d, Names: []string{"PERSON", "PERSON", "O", "LOCATION", "O", "O", "O", "O", "O", "LOCATION", "DATE"}})
		}
		m, err := Train(examples, nil)
		if err != nil {
			t.Fatal(err)
		}
		b, err := m.Encode()
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	first := train()
	if !slices.Equal(first, train()) {
		t.Error("two trainings gave different files")
	}
	if _, err := Load(first); err != nil {
		t.Error(err)
	}
	if _, err := Load(first[:len(first)-4]); !errors.Is(err, learn.ErrFormat) {
		t.Errorf("cut file: error %v, want ErrFormat", err)
	}
	if _, err := Train([]Example{{Doc: parse("Ann/NNP"), Names: nil}}, nil); err == nil {
		t.Error("labels that do not fit the tokens were taken")
	}
}
