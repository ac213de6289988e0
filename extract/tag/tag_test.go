package tag

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/hearsay-nlp/hearsay/extract/learn"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

// split makes a document of lines, each a sentence whose tokens stand between
// blanks; "~" joins two tokens that no blank divides.
func split(text string) *pipeline.Document {
	d := &pipeline.Document{Key: "test"}
	var b strings.Builder
	for line := range strings.Lines(text) {
		first := len(d.Tokens)
		for i, group := range strings.Fields(line) {
			if i > 0 {
				b.WriteByte(' ')
			}
			for token := range strings.SplitSeq(group, "~") {
				if token == "" {
					continue
				}
				start := b.Len()
				b.WriteString(token)
				d.Tokens = append(d.Tokens, pipeline.Token{Span: pipeline.Span{Start: start, End: b.Len()}})
			}
		}
		if n := len(d.Tokens); n > first {
			span := pipeline.Span{Start: d.Tokens[first].Start, End: b.Len()}
			d.Sentences = append(d.Sentences, pipeline.Sentence{Span: span, First: first, Last: n})
		}
		b.WriteByte('\n')
	}
	d.Text = b.String()
	d.Have = pipeline.Tokens | pipeline.Sentences
	return d
}

func run(t testing.TB, d *pipeline.Document) {
	t.Helper()
	if err := pipeline.Apply(d, []pipeline.Stage{Stage()}); err != nil {
		t.Fatal(err)
	}
	if err := d.Check(); err != nil {
		t.Fatal(err)
	}
}

// tagged writes a document's tokens as word/tag/lemma.
func tagged(d *pipeline.Document) string {
	var words []string
	for _, t := range d.Tokens {
		words = append(words, d.Slice(t.Span)+"/"+t.Tag+"/"+t.Lemma)
	}
	return strings.Join(words, " ")
}

func TestTagAndLemma(t *testing.T) {
	for text, want := range map[string]string{
		"“~We~’re talking~,~” Lavrov said~.":         "“/``/`` We/PRP/we ’re/VBP/be talking/VBG/talk ,/,/, ”/''/'' Lavrov/NNP/lavrov said/VBD/say ././.",
		"\"~I did~n't record it~,~\" she says~.":     "\"/``/`` I/PRP/i did/VBD/do n't/RB/not record/VB/record it/PRP/it ,/,/, \"/''/'' she/PRP/she says/VBZ/say ././.",
		"The children~'s homes were built in 1990~.": "The/DT/the children/NNS/child 's/POS/'s homes/NNS/home were/VBD/be built/VBN/build in/IN/in 1990/CD/1990 ././.",
		"Zelenskyy denied hoping for talks~.":        "Zelenskyy/NNP/zelenskyy denied/VBD/deny hoping/VBG/hope for/IN/for talks/NNS/talk ././.",
	} {
		d := split(text)
		run(t, d)
		if diff := cmp.Diff(want, tagged(d)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
}

func TestLemmaRules(t *testing.T) {
	m, err := load()
	if err != nil {
		t.Fatal(err)
	}
	for tag, forms := range map[string]map[string]string{
		"NNS": {"cities": "city", "boxes": "box", "women": "woman", "oligarchs": "oligarch", "houses": "house", "allies": "ally", "crises": "crisis"},
		"VBZ": {"says": "say", "denies": "deny", "watches": "watch", "goes": "go", "promises": "promise", "blogs": "blog"},
		"VBD": {"hoped": "hope", "hopped": "hop", "told": "tell", "tried": "try", "called": "call", "tweeted": "tweet", "reiterated": "reiterate", "defenestrated": "defenestrate"},
		"VBG": {"running": "run", "making": "make", "telling": "tell", "saying": "say", "lying": "lie", "webcasting": "webcast"},
		"NNP": {"States": "states"},
		"JJ":  {"USED": "used"},
	} {
		number := -1
		for i, name := range m.tags {
			if name == tag {
				number = i
			}
		}
		for form, want := range forms {
			if got := m.lemmas.lookup().of(form, []byte(strings.ToLower(form)), uint8(number)); got != want {
				t.Errorf("lemma of %s/%s is %q, want %q", form, tag, got, want)
			}
		}
	}
}

// Any text and any tokens get tags and lemmas, twice the same.
func TestAnyTokens(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("aZé9-'’“\". ~\n€ﬁǅ")), 0, 60, -1).Draw(t, "text")
		a, b := split(text), split(text)
		for _, d := range []*pipeline.Document{a, b} {
			if err := Stage().Run(d); err != nil {
				t.Fatal(err)
			}
		}
		for i, token := range a.Tokens {
			if token.Tag == "" || token.Lemma == "" || token != b.Tokens[i] {
				t.Fatalf("token %d is %v, then %v", i, token, b.Tokens[i])
			}
		}
	})
}

func TestTrainingIsReproducible(t *testing.T) {
	train := func() []byte {
		d := split("He said so~. She says so~.\nThey said it~.\n")
		run(t, d)
		m, err := Train([]*pipeline.Document{d, d, d, d}, nil)
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
	if diff := cmp.Diff(first, train()); diff != "" {
		t.Error("two trainings gave different files")
	}
	if _, err := Load(first); err != nil {
		t.Error(err)
	}
	if _, err := Load(first[:len(first)-4]); !errors.Is(err, learn.ErrFormat) {
		t.Errorf("cut file: error %v, want ErrFormat", err)
	}
}

// silver reads the tokens of PolNeAR's dev articles with CoreNLP's tags.
func silver(t testing.TB) []*pipeline.Document {
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
	var docs []*pipeline.Document
	in := bufio.NewScanner(z)
	open := false
	for in.Scan() {
		if id, ok := strings.CutPrefix(in.Text(), "# newdoc id = "); ok {
			text, err := os.ReadFile(filepath.Join(dir, "dev", "text", id+".txt"))
			if err != nil {
				t.Fatal(err)
			}
			docs = append(docs, pipeline.New(id, string(text)))
		}
		cols := strings.Split(in.Text(), "\t")
		if len(cols) != 10 {
			open = false
			continue
		}
		d := docs[len(docs)-1]
		token := pipeline.Token{Tag: cols[4]}
		_, place, _ := strings.Cut(cols[9], "|")
		if _, err := fmt.Sscanf(place, "Start=%d|End=%d", &token.Start, &token.End); err != nil {
			t.Fatal(err)
		}
		if !open {
			d.Sentences = append(d.Sentences, pipeline.Sentence{First: len(d.Tokens)})
			open = true
		}
		d.Tokens = append(d.Tokens, token)
		d.Sentences[len(d.Sentences)-1].Last = len(d.Tokens)
	}
	return docs
}

func TestAccuracyOnSilverDev(t *testing.T) {
	right, all := 0, 0
	for _, d := range silver(t) {
		var want []string
		for _, token := range d.Tokens {
			want = append(want, token.Tag)
		}
		if err := Stage().Run(d); err != nil {
			t.Fatal(err)
		}
		for i, token := range d.Tokens {
			all++
			if token.Tag == want[i] {
				right++
			}
		}
	}
	share := 100 * float64(right) / float64(all)
	t.Logf("%.2f %% of %d tags", share, all)
	if share < 97.6 {
		t.Errorf("%.2f %% of tags are right, want 97.6 %%", share)
	}
}

func BenchmarkTag(b *testing.B) {
	docs := silver(b)
	n := 0
	for b.Loop() {
		for _, d := range docs {
			if err := Stage().Run(d); err != nil {
				b.Fatal(err)
			}
			n += len(d.Tokens)
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "tok/s")
	b.ReportAllocs()
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(shipped); err != nil {
			b.Fatal(err)
		}
	}
}
