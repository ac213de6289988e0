package attribute_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hearsay-nlp/hearsay/extract/attribute"
	"github.com/hearsay-nlp/hearsay/extract/entity"
	"github.com/hearsay-nlp/hearsay/extract/learn"
	"github.com/hearsay-nlp/hearsay/extract/quote"
	"github.com/hearsay-nlp/hearsay/extract/sentence"
	"github.com/hearsay-nlp/hearsay/extract/tag"
	"github.com/hearsay-nlp/hearsay/extract/token"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

// before are the stages that claims build on.
func before() []pipeline.Stage {
	return []pipeline.Stage{token.Stage(), sentence.Stage(), tag.Stage(), entity.Stage(), quote.Stage()}
}

func read(t testing.TB, text string) *pipeline.Document {
	t.Helper()
	d := pipeline.New("test", text)
	if err := pipeline.Apply(d, append(before(), attribute.Stage())); err != nil {
		t.Fatal(err)
	}
	if err := d.Check(); err != nil {
		t.Fatal(err)
	}
	return d
}

// attributed gives claims as "source ~ cue ~ content | content".
func attributed(d *pipeline.Document) []string {
	words := func(spans []pipeline.Span) string {
		var out []string
		for _, s := range spans {
			out = append(out, d.Slice(s))
		}
		return strings.Join(out, " | ")
	}
	var out []string
	for _, c := range d.Claims {
		out = append(out, words(c.Source)+" ~ "+words(c.Cue)+" ~ "+words(c.Content))
	}
	return out
}

func TestOrders(t *testing.T) {
	for name, tt := range map[string]struct {
		text string
		want []string
	}{
		"S said that C":      {"Maria Lopez said that the bridge would close on Friday.", []string{"Maria Lopez ~ said ~ that the bridge would close on Friday"}},
		"C, S said":          {"The bridge would close on Friday, Maria Lopez said.", []string{"Maria Lopez ~ said ~ The bridge would close on Friday"}},
		"“C,” said S":        {"“The bridge will close,” said Maria Lopez.", []string{"Maria Lopez ~ said ~ “The bridge will close,”"}},
		"“C,” S said. “C.”":  {"“The bridge will close,” Maria Lopez said. “It is not safe.”", []string{"Maria Lopez ~ said ~ “The bridge will close,” | “It is not safe.”"}},
		"according to S":     {"The bridge will close on Friday, according to Maria Lopez.", []string{"Maria Lopez ~ according to ~ The bridge will close on Friday"}},
		"a name and a dash":  {"“The bridge will close, and I am glad.” — Maria Lopez", []string{"Maria Lopez ~ — ~ “The bridge will close, and I am glad.”"}},
		"a remark is cut":    {"Maria Lopez said the bridge would close, highlighting the risks of delay.", []string{"Maria Lopez ~ said ~ the bridge would close"}},
		"no more is said":    {"Maria Lopez said the bridge would close but did not elaborate.", []string{"Maria Lopez ~ said ~ the bridge would close"}},
		"no answer":          {"Maria Lopez did not respond to questions about whether the bridge would close.", nil},
		"a quotation alone":  {"“The bridge will never be safe again.”", []string{" ~  ~ “The bridge will never be safe again.”"}},
		"nothing is claimed": {"The bridge closed on Friday.", nil},
		"empty":              {"", nil},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, attributed(read(t, tt.text))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestTranscript: labels that come back name who speaks.
func TestTranscript(t *testing.T) {
	d := read(t, "HOBART: Will the bridge close?\n\nREYES: Nobody planned for this.\n\nHOBART: And the tunnel?\n\nREYES: The tunnel stays open.")
	want := []string{"HOBART", "REYES", "HOBART", "REYES"}
	var got []string
	for _, c := range d.Claims {
		got = append(got, d.Slice(c.Source[0]))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestWhy: every claim says why, and how sure it is.
func TestWhy(t *testing.T) {
	d := read(t, "“The bridge will close,” Maria Lopez said. “It is not safe.”\n\nThe mayor denied that it would.")
	for _, c := range d.Claims {
		if len(c.Why) == 0 || !strings.Contains(c.Why[0].Reason, d.Slice(c.Cue[0])) {
			t.Errorf("%v: %v", d.Slice(c.Content[0]), c.Why)
		}
	}
}

// TestTrainDeterministic: the same documents give the same bytes, and a model
// that works.
func TestTrainDeterministic(t *testing.T) {
	var docs []*pipeline.Document
	var gold [][]pipeline.Claim
	for i := range 8 {
		text := fmt.Sprintf("Speaker%d said the bridge would close. The river rose on Friday. “It is not safe,” added Speaker%d.", i, i)
		d := pipeline.New(fmt.Sprint(i), text)
		if err := pipeline.Apply(d, before()); err != nil {
			t.Fatal(err)
		}
		span := func(s string) []pipeline.Span {
			at := strings.Index(text, s)
			return []pipeline.Span{{Start: at, End: at + len(s)}}
		}
		docs = append(docs, d)
		gold = append(gold, []pipeline.Claim{{Source: span(fmt.Sprint("Speaker", i)), Cue: span("said"), Content: span("the bridge would close")}})
	}
	var first []byte
	for range 2 {
		reports := 0
		m, err := attribute.Train(docs, gold, func(learn.Report) { reports++ })
		if err != nil {
			t.Fatal(err)
		}
		b, err := m.Encode()
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = b
		}
		if string(first) != string(b) {
			t.Error("two models of the same documents differ")
		}
		if reports == 0 {
			t.Error("no progress told")
		}
		if again, err := attribute.Load(b); err != nil || again == nil {
			t.Error(err)
		}
	}
}

func TestTrainRefuses(t *testing.T) {
	if _, err := attribute.Train(nil, nil, nil); err == nil {
		t.Error("trained on nothing")
	}
	bare := pipeline.New("bare", "Nothing has been read.")
	docs := []*pipeline.Document{bare, bare, bare, bare}
	if _, err := attribute.Train(docs, make([][]pipeline.Claim, 4), nil); err == nil {
		t.Error("trained on documents without tokens")
	}
}

func FuzzStage(f *testing.F) {
	f.Add("Maria Lopez said that the bridge would close.")
	f.Add("“The bridge,” Lopez said, “will close.\n\n“It is not safe.”")
	f.Add("LOPEZ: Close it.\n\nREYES: No.\n\nLOPEZ: “”")
	f.Add("According to\n\n“, : — said")
	f.Fuzz(func(t *testing.T, text string) {
		d := pipeline.New("fuzz", strings.ToValidUTF8(text, "?"))
		if err := pipeline.Apply(d, append(before(), attribute.Stage())); err != nil {
			t.Fatal(err)
		}
		if err := d.Check(); err != nil {
			t.Fatal(err)
		}
	})
}
