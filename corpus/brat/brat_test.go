package brat_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/hearsay-nlp/hearsay/corpus/brat"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

// folder makes a corpus folder of the given files.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// readAll reads a corpus folder, errors printed with paths relative to it.
func readAll(t *testing.T, dir string) ([]*brat.Article, []string) {
	t.Helper()
	var articles []*brat.Article
	var errs []string
	for a, err := range brat.ReadDir(dir) {
		if err != nil {
			if a != nil {
				t.Errorf("an article came with error %v", err)
			}
			errs = append(errs, filepath.ToSlash(strings.ReplaceAll(err.Error(), dir+string(filepath.Separator), "")))
			continue
		}
		articles = append(articles, a)
	}
	return articles, errs
}

func TestReadDir(t *testing.T) {
	text := "“Né,” a said.\r\nOn b."
	dir := folder(t, map[string]string{
		"text/one.txt":             text,
		"text/none.txt":            "No claims.",
		"text/two.txt":             "abc def",
		"text/.hidden.txt":         "x",
		"text/notes.md":            "x",
		"attributions/one_b.ann":   "T1\tCue 0 1\tx\nE1\tAttribution:T1 Cue:T1\n",
		"attributions/two_0.ann":   "",
		"attributions/two_1.ann":   "T1\tCue 0 1\tx\nE1\tAttribution:T1 Cue:T1\n",
		"attributions/other_1.ann": "T1\tCue 0 1\tx\n",
		"attributions/one_a.ann": "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1 Content2:T5 Cue:T99 Location:T1\n" +
			"T1\tSource 6 7\ta\n" +
			"T2\tCue 8 12\tsaid\n" +
			"T3\tContent 0 5;15 17\t“Né,” On\n" +
			"and the rest of a text over a line end\n" +
			"T4\tAttribution 8 12\tsaid\n" +
			"T5\tContent 18 19\tb\n" +
			"#1\tAnnotatorNotes E1\tsure?\n" +
			"E2\tAttribution-no-source:T4 Content:T5\r\n",
	})
	articles, errs := readAll(t, dir)
	if len(errs) > 0 {
		t.Errorf("errors: %q", errs)
	}
	want := []*brat.Article{
		{Name: "none", Path: filepath.Join(dir, "text", "none.txt"), Text: "No claims."},
		{Name: "one", Path: filepath.Join(dir, "text", "one.txt"), Text: text, Attributions: []brat.Attribution{
			// “ and ” have three bytes, é two: code points 0–5 are bytes 0–10.
			{ID: "E1", Source: []pipeline.Span{{Start: 11, End: 12}}, Cue: []pipeline.Span{{Start: 13, End: 17}}, Content: []pipeline.Span{{Start: 0, End: 10}, {Start: 20, End: 22}, {Start: 23, End: 24}}},
			{ID: "E2", Content: []pipeline.Span{{Start: 23, End: 24}}},
		}},
		{Name: "two", Path: filepath.Join(dir, "text", "two.txt"), Text: "abc def"},
	}
	if diff := cmp.Diff(want, articles, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("articles (-want +got):\n%s", diff)
	}
}

func TestReadDirErrors(t *testing.T) {
	dir := folder(t, map[string]string{
		"text/a.txt":         "abc def",
		"text/b.txt":         "caf\xe9",
		"text/c.txt":         "fine",
		"attributions/a.ann": "T1\tCue 0 1\tx\n", // no annotator: not a's
		"attributions/a_1.ann": "T1\tCue 0 8\tx\n" +
			"T2\tCue 3\n" +
			"T3\tCue x 3\n" +
			"T4\tCue\n" +
			"T5\tCue 3 1\n" +
			"T6\tContent 4 7\tdef\n" +
			"E1\tAttribution:T6 Cue:T1 Content:T6\n" +
			"E2\tAttribution:T6 Content\n" +
			"E3\t\n",
	})
	articles, errs := readAll(t, dir)
	wantErrs := []string{
		"attributions/a_1.ann:1: T1: offsets outside the text: 0 to 8 of 7 characters",
		`attributions/a_1.ann:2: T2: malformed annotation: ["3"] is not two offsets`,
		`attributions/a_1.ann:3: T3: malformed annotation: strconv.Atoi: parsing "x": invalid syntax`,
		"attributions/a_1.ann:4: malformed annotation: T4 without offsets",
		"attributions/a_1.ann:5: T5: offsets outside the text: 3 to 1 of 7 characters",
		`attributions/a_1.ann:8: malformed annotation: E2 has argument "Content"`,
		"attributions/a_1.ann:9: malformed annotation: E3 is empty",
		"text/b.txt: text is not UTF-8",
	}
	if diff := cmp.Diff(wantErrs, errs); diff != "" {
		t.Errorf("errors (-want +got):\n%s", diff)
	}
	if len(articles) != 2 || articles[0].Name != "a" || articles[1].Name != "c" {
		t.Fatalf("articles are %v, want a and c", articles)
	}
	want := []brat.Attribution{{ID: "E1", Content: []pipeline.Span{{Start: 4, End: 7}}}}
	if diff := cmp.Diff(want, articles[0].Attributions, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("attributions (-want +got):\n%s", diff)
	}
}

func TestReadDirWithoutText(t *testing.T) {
	for _, c := range []struct {
		dir  string
		want error
	}{
		{filepath.Join(t.TempDir(), "missing"), fs.ErrNotExist},
		{folder(t, map[string]string{"text/a.md": ""}), brat.ErrNoArticle},
	} {
		n := 0
		for a, err := range brat.ReadDir(c.dir) {
			n++
			var e *brat.Error
			if a != nil || !errors.Is(err, c.want) || !errors.As(err, &e) {
				t.Errorf("ReadDir gives %v, %v, want %v", a, err, c.want)
			}
		}
		if n != 1 {
			t.Errorf("ReadDir gives %d times, want once", n)
		}
	}
}

// document draws a document with claims of random spans, in text that has
// characters of every width and all sorts of line ends.
func document(rt *rapid.T) *pipeline.Document {
	text := rapid.StringOf(rapid.RuneFrom([]rune("ab “”é😀\n\r\t\u2028"))).Draw(rt, "text") + "end"
	var edges []int
	for i := range text {
		edges = append(edges, i)
	}
	edges = append(edges, len(text))
	d := pipeline.New("doc", text)
	spans := func(atLeast int, role string) []pipeline.Span {
		n := rapid.IntRange(atLeast, 3).Draw(rt, role)
		at := rapid.SliceOfNDistinct(rapid.IntRange(0, len(edges)-1), 0, 2*n, rapid.ID[int]).Draw(rt, role+" edges")
		slices.Sort(at)
		sorted := at
		var list []pipeline.Span
		for ; len(sorted) >= 2; sorted = sorted[2:] {
			list = append(list, pipeline.Span{Start: edges[sorted[0]], End: edges[sorted[1]]})
		}
		if len(list) == 0 && atLeast > 0 {
			list = []pipeline.Span{{Start: 0, End: len(text)}}
		}
		return list
	}
	for range rapid.IntRange(0, 4).Draw(rt, "claims") {
		d.Claims = append(d.Claims, pipeline.Claim{Source: spans(0, "source"), Cue: spans(0, "cue"), Content: spans(1, "content"), Speaker: pipeline.NoSpeaker})
	}
	return d
}

// TestWriteRoundTrip: what Write writes, Parse reads back.
func TestWriteRoundTrip(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := document(rt)
		var ann strings.Builder
		if err := brat.Write(&ann, d); err != nil {
			rt.Fatal(err)
		}
		got, errs := brat.Parse("x.ann", d.Text, ann.String())
		if len(errs) > 0 {
			rt.Fatalf("reading %q: %v", ann.String(), errs)
		}
		if len(got) != len(d.Claims) {
			rt.Fatalf("%d claims became %d attributions", len(d.Claims), len(got))
		}
		for i, c := range d.Claims {
			a := got[i]
			for _, role := range [][2][]pipeline.Span{{c.Source, a.Source}, {c.Cue, a.Cue}, {c.Content, a.Content}} {
				if diff := cmp.Diff(role[0], role[1], cmpopts.EquateEmpty()); diff != "" {
					rt.Fatalf("claim %d of %q (-written +read):\n%s", i, d.Text, diff)
				}
			}
		}
	})
}

func TestWrite(t *testing.T) {
	d := pipeline.New("doc", "“Yes,\nwe can,” said Ann. It did.")
	d.Claims = []pipeline.Claim{
		{Source: []pipeline.Span{{Start: 24, End: 27}}, Cue: []pipeline.Span{{Start: 19, End: 23}}, Content: []pipeline.Span{{Start: 0, End: 18}}},
		{Content: []pipeline.Span{{Start: 3, End: 6}, {Start: 8, End: 10}}},
	}
	want := "T1\tAttribution 15 19\tsaid\n" +
		"T2\tSource 20 23\tAnn\n" +
		"T3\tCue 15 19\tsaid\n" +
		"T4\tContent 0 14\t“Yes, we can,”\n" +
		"E1\tAttribution:T1 Source:T2 Cue:T3 Content:T4\n" +
		"T5\tAttribution 1 4;6 8\tYes we\n" +
		"T6\tContent 1 4;6 8\tYes we\n" +
		"E2\tAttribution:T5 Content:T6\n"
	var got strings.Builder
	if err := brat.Write(&got, d); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, fs.ErrPermission }

func TestWriteError(t *testing.T) {
	d := pipeline.New("doc", "word")
	d.Claims = []pipeline.Claim{{Content: []pipeline.Span{{Start: 0, End: 4}}}}
	if err := brat.Write(brokenWriter{}, d); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("Write gives %v", err)
	}
}

// FuzzParse: whatever the annotations, spans lie in the text on character
// boundaries, and errors name the file.
func FuzzParse(f *testing.F) {
	f.Add("“Né,” a said.", "T1\tContent 0 5;6 7\tx\nE1\tAttribution:T1 Content:T1\n")
	f.Add("abc", "T1\tContent 0 99\nE1\tA:T1 Content2:T1 Source:\n\nE\tT2\t")
	f.Fuzz(func(t *testing.T, text, ann string) {
		attributions, errs := brat.Parse("f.ann", text, ann)
		for _, err := range errs {
			if !strings.HasPrefix(err.Error(), "f.ann:") {
				t.Errorf("error %q does not name its place", err)
			}
		}
		for _, a := range attributions {
			for _, spans := range [][]pipeline.Span{a.Source, a.Cue, a.Content} {
				for _, s := range spans {
					if s.Start < 0 || s.End < s.Start || s.End > len(text) {
						t.Fatalf("span %v of a text of %d bytes", s, len(text))
					}
					if utf8.ValidString(text) && !utf8.ValidString(text[s.Start:s.End]) {
						t.Errorf("span %v cuts a character of %q", s, text)
					}
				}
			}
		}
	})
}

// TestReferenceReader reads a corpus as the reference script does.
func TestReferenceReader(t *testing.T) {
	const shared = "../../../shared"
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3")
	}
	script, dir := filepath.Join(shared, "tools/gold.py"), filepath.Join(shared, "data/polnear/dev")
	if _, err := os.Stat(script); err != nil {
		t.Skip("no reference reader: ", err)
	}
	out, err := exec.Command(python, script, dir).Output()
	if err != nil {
		t.Fatal(err)
	}
	type event struct {
		ID                   string
		Source, Cue, Content [][2]int
	}
	articles, errs := readAll(t, dir)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	if len(lines) != len(articles) || len(lines) < 50 {
		t.Fatalf("%d articles, the reference has %d", len(articles), len(lines))
	}
	for i, a := range articles {
		var want struct {
			ID, Text string
			Gold     [][]event
		}
		if err := json.Unmarshal([]byte(lines[i]), &want); err != nil {
			t.Fatal(err)
		}
		points := func(spans []pipeline.Span) [][2]int {
			var list [][2]int
			for _, s := range spans {
				list = append(list, [2]int{utf8.RuneCountInString(a.Text[:s.Start]), utf8.RuneCountInString(a.Text[:s.End])})
			}
			return list
		}
		var got []event
		for _, e := range a.Attributions {
			got = append(got, event{e.ID, points(e.Source), points(e.Cue), points(e.Content)})
		}
		if a.Name != want.ID || a.Text != want.Text {
			t.Errorf("article %d is %q, the reference has %q", i, a.Name, want.ID)
		}
		if diff := cmp.Diff(want.Gold[0], got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-reference +got):\n%s", a.Name, diff)
		}
	}
}
