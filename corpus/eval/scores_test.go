package eval_test

import (
	"errors"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/hearsay-nlp/hearsay/corpus/eval"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

// spans are where the phrases stand in the text, each after the one before.
func spans(t *testing.T, text string, phrases ...string) []pipeline.Span {
	t.Helper()
	var list []pipeline.Span
	at := 0
	for _, p := range phrases {
		i := strings.Index(text[at:], p)
		if i < 0 {
			t.Fatalf("%q is not in the text after %d", p, at)
		}
		list = append(list, pipeline.Span{Start: at + i, End: at + i + len(p)})
		at += i + len(p)
	}
	return list
}

func claim(t *testing.T, text, source, cue, content string) eval.Claim {
	t.Helper()
	c := eval.Claim{Content: spans(t, text, content)}
	if source != "" {
		c.Source = spans(t, text, source)
	}
	if cue != "" {
		c.Cue = spans(t, text, cue)
	}
	return c
}

const article = `“We won,” Ann Lee said. Bob wrote that one two three four. According to him: so it is. Nobody denied it.`

// TestByHand scores a small article whose figures were worked out on paper:
// three gold claims, of which the first is right, the second has three of its
// five words (Jaccard 0.6) but another source, and the third is missed; one
// prediction is spurious.
func TestByHand(t *testing.T) {
	gold := []eval.Claim{
		claim(t, article, "Ann Lee", "said", "“We won,”"),
		claim(t, article, "Bob", "wrote", "that one two three four"),
		claim(t, article, "him", "According to", "so it is"),
	}
	pred := []eval.Claim{
		claim(t, article, "Lee", "said", "We won"),
		claim(t, article, "", "wrote that", "two three four"),
		claim(t, article, "Nobody", "denied", "it."),
	}
	pred[0].Type, pred[0].Confidence = pipeline.Direct, 0.9
	pred[1].Type, pred[1].Confidence = pipeline.Mixed, 0.5
	pred[2].Confidence = 0.5
	var s eval.Scores
	s.Add("nyt_1", article, gold, pred)
	got := s.Report()
	third := 100. / 3
	want := eval.Report{
		Articles:    1,
		Claim:       eval.Measure{P: third, R: third, F: third, N: 3},
		ClaimQuoted: eval.Measure{P: 100, R: 100, F: 100, N: 1},
		Content:     eval.Measure{P: 200. / 3, R: 200. / 3, F: 200. / 3, N: 3},
		SourceAcc:   eval.Accuracy{Percent: 50, N: 2},
		TypeAcc:     eval.Accuracy{Percent: 50, N: 2},
		Exact: eval.Roles{
			Source:  eval.Measure{P: 0, R: 0, F: 0, N: 3},
			Cue:     eval.Measure{P: third, R: third, F: third, N: 3},
			Content: eval.Measure{P: third, R: third, F: third, N: 3},
		},
		Token: eval.Roles{
			Source:  eval.Measure{P: 50, R: 25, F: third, N: 4},       // Lee of Ann Lee, Bob, him; Nobody
			Cue:     eval.Measure{P: 50, R: 50, F: 50, N: 4},          // said, wrote of those and According to; that, denied
			Content: eval.Measure{P: 500. / 6, R: 50, F: 62.5, N: 10}, // We won two three four of those and so it is; it
		},
		Slices: []eval.Slice{
			{Group: "type", Name: "direct", Claim: eval.Measure{P: 100, R: 100, F: 100, N: 1}, Content: eval.Measure{P: 100, R: 100, F: 100, N: 1}, SourceAcc: eval.Accuracy{Percent: 100, N: 1}},
			{Group: "type", Name: "mixed", Content: eval.Measure{P: 100}},
			{Group: "type", Name: "indirect", Claim: eval.Measure{N: 2}, Content: eval.Measure{R: 50, N: 2}, SourceAcc: eval.Accuracy{N: 1}},
			{Group: "cue", Name: "say/tell/write/add", Claim: eval.Measure{P: 50, R: 50, F: 50, N: 2}, Content: eval.Measure{P: 100, R: 100, F: 100, N: 2}, SourceAcc: eval.Accuracy{Percent: 50, N: 2}},
			{Group: "cue", Name: "according to", Claim: eval.Measure{N: 1}, Content: eval.Measure{N: 1}},
			{Group: "cue", Name: "other"},
			{Group: "source", Name: "name", Claim: eval.Measure{P: 50, R: 50, F: 50, N: 2}, Content: eval.Measure{P: 50, R: 100, F: 200. / 3, N: 2}, SourceAcc: eval.Accuracy{Percent: 50, N: 2}},
			{Group: "source", Name: "pronoun", Claim: eval.Measure{N: 1}, Content: eval.Measure{N: 1}},
			{Group: "source", Name: "absent", Content: eval.Measure{P: 100}},
			{Group: "outlet", Name: "nyt", Claim: eval.Measure{P: third, R: third, F: third, N: 3}, Content: eval.Measure{P: 200. / 3, R: 200. / 3, F: 200. / 3, N: 3}, SourceAcc: eval.Accuracy{Percent: 50, N: 2}},
		},
		Calibration: eval.Calibration{5: {N: 2, Right: 0, Stated: 1}, 9: {N: 1, Right: 1, Stated: 0.9}},
	}
	if diff := cmp.Diff(want, got, cmpopts.EquateApprox(0, 1e-9)); diff != "" {
		t.Errorf("report differs (-want +got):\n%s", diff)
	}
	// (2×|0.5−0| + 1×|0.9−1|) / 3
	if gap := got.Calibration.Gap(); math.Abs(gap-1.1/3) > 1e-9 {
		t.Errorf("calibration gap is %v, want %v", gap, 1.1/3)
	}
}

// TestTies: of claims that overlap equally, the later gold claim and then the
// later prediction are paired first.
func TestTies(t *testing.T) {
	text := "Ann said a b. Bob agreed."
	gold := []eval.Claim{claim(t, text, "Ann", "said", "a b"), claim(t, text, "Bob", "agreed", "a b")}
	var s eval.Scores
	s.Add("x", text, gold, gold[1:])
	if got := s.Report().SourceAcc; got.Percent != 100 || got.N != 1 {
		t.Errorf("the one prediction is Bob's, who comes later, yet source_acc is %+v", got)
	}
	s = eval.Scores{}
	s.Add("x", text, gold, gold[:1])
	if got := s.Report().SourceAcc; got.Percent != 0 || got.N != 1 {
		t.Errorf("the one prediction is Ann's, but is paired with Bob's claim; source_acc is %+v", got)
	}
}

// TestType: what type a gold claim has by the marks in the text.
func TestType(t *testing.T) {
	for _, c := range []struct{ text, content, want string }{
		{`He said “it is over” at noon.`, `“it is over”`, "direct"},
		{`He said “it is over” at noon.`, `it is over`, "direct"},
		{`He said it is “over” now.`, `it is “over”`, "mixed"},
		{`He said it is over. “No,” she said.`, `it is over`, "indirect"},
		{`"One," he said. "Two."`, `he said`, "indirect"},
		{`"One," he said. "Two."`, `Two`, "direct"},
		{"“Unclosed, he said.\nNot in it.", "Not in it", "indirect"},
		{"“Unclosed, he said.\nNot in it.", "Unclosed", "direct"},
		{`It was ''a genius'' move.`, `a genius`, "direct"},
		{`It’s Ann’s, he said.`, `Ann’s`, "indirect"},
		{`He said ‘it’s over’ today.`, `it’s over`, "direct"},
		{`He said ‘it’s over’ today.`, `over’ today`, "mixed"},
		{`The ‘90s were better, he said.`, `were better`, "indirect"},
		{`«Non», dit-il.`, `Non`, "direct"},
		{`He said "nested ‘inner’ words" there.`, `words`, "direct"},
	} {
		var s eval.Scores
		s.Add("x", c.text, []eval.Claim{claim(t, c.text, "", "", c.content)}, nil)
		if got := s.Report().Slices[0]; got.Group != "type" || got.Name != c.want {
			t.Errorf("%q of %q is %s, want %s", c.content, c.text, got.Name, c.want)
		}
	}
}

// TestSorts: cue classes and source kinds.
func TestSorts(t *testing.T) {
	for _, c := range []struct{ text, source, cue, wantCue, wantSource string }{
		{"Ann Lee says ok", "Ann Lee", "says", "say/tell/write/add", "name"},
		{"The senator has told ok", "The senator", "has told", "say/tell/write/add", "nominal"},
		{"He insisted ok", "He", "insisted", "other", "pronoun"},
		{"According to the White House ok", "the White House", "According to", "according to", "name"},
		{"Pence: ok", "Pence", ":", "colon", "name"},
		{"officials, ok", "officials", ",", "none", "nominal"},
		{"reportedly ok", "", "reportedly", "other", "absent"},
	} {
		var s eval.Scores
		s.Add("x", c.text, []eval.Claim{claim(t, c.text, c.source, c.cue, "ok")}, nil)
		got := map[string]string{}
		for _, sl := range s.Report().Slices {
			got[sl.Group] = sl.Name
		}
		want := map[string]string{"type": "indirect", "cue": c.wantCue, "source": c.wantSource, "outlet": "x"}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, diff)
		}
	}
}

func TestWriteErrors(t *testing.T) {
	gold := []eval.Claim{
		claim(t, article, "Ann Lee", "said", "We won"),
		claim(t, article, "Bob", "wrote", "that one two three four"),
	}
	pred := []eval.Claim{
		claim(t, article, "Bob", "said", "We won"),
		claim(t, article, "Nobody", "denied", "it"),
	}
	s := eval.Scores{KeepMistakes: true}
	s.Add("nyt_1", article, gold, pred)
	var got strings.Builder
	if err := s.WriteErrors(&got); err != nil {
		t.Fatal(err)
	}
	want := `source nyt_1:3
	“[T We won],” [S Ann Lee] [C said].
	“[T We won],” Ann Lee [C said]. [S Bob] wrote that one two three four.
missed nyt_1:38
	[S Bob] [C wrote] [T that one two three four].
spurious nyt_1:84
	According to him: so [T it] is. [S Nobody] [C denied] it.
`
	if diff := cmp.Diff(want, got.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestWriteTextIsStable(t *testing.T) {
	table := func() string {
		var s eval.Scores
		for _, name := range []string{"c_1", "a_1", "b_1", "a_2"} {
			s.Add(name, article, []eval.Claim{claim(t, article, "Bob", "wrote", "two three")}, nil)
		}
		var b strings.Builder
		if err := s.Report().WriteText(&b); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	first := table()
	if !strings.HasPrefix(first, "4 articles, 4 gold claims\n") {
		t.Errorf("table begins %.40q", first)
	}
	for range 20 {
		if diff := cmp.Diff(first, table()); diff != "" {
			t.Fatalf("tables of the same scores differ:\n%s", diff)
		}
	}
}

func TestSpeakers(t *testing.T) {
	text := "Ann Lee said one. She said two. The mayor said three. The Times said four. Me too, said five. X said six."
	gold := []eval.Claim{
		claim(t, text, "Ann Lee", "", "one"), claim(t, text, "She", "", "two"), claim(t, text, "The mayor", "", "three"),
		claim(t, text, "The Times", "", "four"), claim(t, text, "Me", "", "five"), claim(t, text, "X", "", "six"),
	}
	for i, id := range []string{"E1", "E2", "E3", "E4", "E5", "E6"} {
		gold[i].ID = id
	}
	path := filepath.Join(t.TempDir(), "speakers.tsv")
	write(t, path, "a\tE1\tAnn Lee\tperson\na\tE2\tAnn Lee\tperson\na\tE3\tBo Cruz\tperson\na\tE4\tNew York Times\torganization\na\tE5\tAUTHOR\tauthor\na\tE6\t?\tunknown\n")
	names, err := eval.ReadSpeakers(path)
	if err != nil {
		t.Fatal(err)
	}
	pred := make([]eval.Claim, 4)
	for i, name := range []string{"Sen. Ann B. Lee", "Lee", "", "the Times"} {
		pred[i] = eval.Claim{Content: gold[i].Content, Speaker: name, Kind: pipeline.Person}
	}
	var s eval.SpeakerScores
	s.Add(names, "a", text, gold, pred)
	want := []eval.SpeakerRow{
		{Sort: "all", Gold: 4, Matched: 4, Right: 2, Kind: 3},
		{Sort: "name", Gold: 1, Matched: 1, Right: 1, Kind: 1},
		{Sort: "pronoun", Gold: 1, Matched: 1, Right: 0, Kind: 1}, // "Lee" is shorter than "Ann Lee"
		{Sort: "nominal", Gold: 1, Matched: 1, Right: 0, Kind: 1},
		{Sort: "body", Gold: 1, Matched: 1, Right: 1, Kind: 0},
	}
	if diff := cmp.Diff(want, s.Rows()); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	var wrong strings.Builder
	if err := s.WriteErrors(&wrong); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff("speaker a:E2 pronoun \"She\" is Ann Lee, not Lee\nspeaker a:E3 nominal \"The mayor\" is Bo Cruz, not nobody\n", wrong.String()); diff != "" {
		t.Errorf("errors (-want +got):\n%s", diff)
	}
}

func TestReadSpeakersErrors(t *testing.T) {
	path := filepath.Join(t.TempDir(), "speakers.tsv")
	write(t, path, "a\tE1\tAnn\tperson\n\na\tE2\tAnn\n")
	_, err := eval.ReadSpeakers(path)
	if !errors.Is(err, eval.ErrSpeakers) || !strings.Contains(err.Error(), "speakers.tsv:3:") {
		t.Errorf("a line of three fields gives %v", err)
	}
	if _, err := eval.ReadSpeakers(path + "x"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing file gives %v", err)
	}
}

// FuzzScores: whatever the spans, gold against itself is perfect, every share
// lies within 0 and 100, and what is written is UTF-8.
func FuzzScores(f *testing.F) {
	f.Add(article, []byte{0, 9, 11, 18, 19, 23, 30, 60})
	f.Add("“ü” ''x'' ‘y’ \n", []byte{0, 3, 1, 9, 4, 4})
	f.Fuzz(func(t *testing.T, text string, at []byte) {
		if !utf8.ValidString(text) {
			t.Skip("not a text")
		}
		var claims []eval.Claim
		span := func(a, b byte) []pipeline.Span {
			start, end := int(min(a, b)), int(max(a, b))
			if end > len(text) || !utf8.RuneStart((text + " ")[start]) || !utf8.RuneStart((text + " ")[end]) {
				return nil
			}
			return []pipeline.Span{{Start: start, End: end}}
		}
		for ; len(at) >= 6; at = at[6:] {
			claims = append(claims, eval.Claim{Source: span(at[0], at[1]), Cue: span(at[2], at[3]), Content: span(at[4], at[5]), Confidence: float64(at[0]) / 255})
		}
		half := claims[:len(claims)/2]
		s, self := eval.Scores{KeepMistakes: true}, eval.Scores{}
		s.Add("a", text, claims, half)
		s.Add("b", text, half, claims)
		self.Add("a", text, claims, claims)
		var out strings.Builder
		r := s.Report()
		if err := errors.Join(r.WriteText(&out), s.WriteErrors(&out)); err != nil {
			t.Fatal(err)
		}
		if !utf8.ValidString(out.String()) {
			t.Errorf("wrote broken UTF-8: %q", out.String())
		}
		for _, m := range []eval.Measure{r.Claim, r.ClaimQuoted, r.Content, r.Exact.Source, r.Token.Content} {
			for _, v := range []float64{m.P, m.R, m.F} {
				if !(v >= 0 && v <= 100+1e-9) {
					t.Errorf("measure %+v is out of range", m)
				}
			}
		}
		if m := self.Report().Content; m.N > 0 && m.F != 100 {
			t.Errorf("gold against itself has content %+v", m)
		}
	})
}
