package store_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/hearsay-nlp/hearsay/pipeline"
	"github.com/hearsay-nlp/hearsay/store"
)

func TestQuotes(t *testing.T) {
	db, _ := create(t)
	put(t, db, newsroom(t)...)
	day := func(s string) time.Time {
		at, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return at
	}
	const (
		army   = "Volodymyr Zelenskyy: Europe needs an army"
		sign   = `Volodymyr Zelenskyy: "We will not sign," … "Not today."`
		closed = "Bill Clinton: the café was closed"
		over   = `Bill Clinton: "over"`
		open   = "Hillary Clinton: it was open"
		stay   = "?: to stay open"
		pfizer = "Pfizer: yes to the army of Europe"
		official1,
		official2 = "a senior official: talks failed", "a senior official: with Europe"
		bare = "Clinton: no"
	)
	for _, test := range []struct {
		name string
		q    store.Query
		want []string
	}{
		{"surname, newest first", store.Query{Speaker: "zelenskyy"}, []string{army, sign}},
		{"full name in any case", store.Query{Speaker: "  volodymyr   ZELENSKYY "}, []string{army, sign}},
		{"accents typed", store.Query{Speaker: "Zélènskyy"}, []string{army, sign}},
		{"undated last", store.Query{Speaker: "Bill Clinton"}, []string{closed, over}},
		{"unnamed of several articles together", store.Query{Speaker: "a senior official"}, []string{official2, official1}},
		{"limit", store.Query{Limit: 2}, []string{army, official2}},
		{"word", store.Query{About: "EUROPE"}, []string{army, official2, pfizer}},
		{"all words", store.Query{About: "army yes"}, []string{pfizer}},
		{"phrase", store.Query{About: `"an army"`}, []string{army}},
		{"phrase in curly marks", store.Query{About: `“an army”`}, []string{army}},
		{"phrase left open", store.Query{About: `"an army`}, []string{army}},
		{"beginning of a word", store.Query{About: "Euro*"}, []string{army, official2, pfizer}},
		{"accent not typed", store.Query{About: "cafe"}, []string{closed}},
		{"operators are words", store.Query{About: "open OR closed"}, nil},
		{"minus is no operator", store.Query{About: "open -it"}, []string{open}},
		{"speaker and word", store.Query{Speaker: "Zelenskyy", About: "today"}, []string{sign}},
		{"type", store.Query{Type: pipeline.Direct}, []string{sign, over}},
		{"since", store.Query{Since: day("2025-03-01")}, []string{army, official2}},
		{"until is not included", store.Query{Until: day("2016-10-02")}, []string{closed, open, stay}},
		{"since and until", store.Query{Since: day("2016-10-02"), Until: day("2016-10-03")}, []string{bare, pfizer}},
		{"confidence", store.Query{MinConfidence: 0.95}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := texts(t.Context(), db, test.q)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestQuoteIsWhole(t *testing.T) {
	db, _ := create(t)
	put(t, db, newsroom(t)...)
	for q, err := range db.Quotes(t.Context(), store.Query{Speaker: "Zelenskyy", About: "sign"}) {
		if err != nil {
			t.Fatal(err)
		}
		if q.ID == "" || q.Speaker == nil || q.Speaker.ID == 0 {
			t.Fatalf("no ids in %+v", q)
		}
		q.ID, q.Speaker.ID = "", 0
		want := store.Quote{
			Article: store.Ref{ID: pipeline.DocumentID("a/kyiv.txt"), Key: "a/kyiv.txt", Title: "About a/kyiv.txt",
				Published: time.Date(2025, 2, 21, 0, 0, 0, 0, time.UTC)},
			Type:    pipeline.Direct,
			Speaker: &store.SpeakerRef{Name: "Volodymyr Zelenskyy", Kind: pipeline.Person, Role: "the Ukrainian president"},
			Source:  []store.Span{{Span: pipeline.Span{Start: 20, End: 39}, Text: "Volodymyr Zelenskyy"}},
			Cue:     []store.Span{{Span: pipeline.Span{Start: 40, End: 44}, Text: "said"}},
			Content: []store.Span{{Span: pipeline.Span{Start: 0, End: 19}, Text: `"We will not sign,"`}, {Span: pipeline.Span{Start: 46, End: 58}, Text: `"Not today."`}},
			Text:    `"We will not sign," … "Not today."`,
			// There are no sentences in this document, so the claim's own cover.
			Sentence:   store.Span{Span: pipeline.Span{Start: 0, End: 58}, Text: `"We will not sign," Volodymyr Zelenskyy said. "Not today."`},
			Confidence: 0.9,
			Why:        []pipeline.Reason{{Reason: "test", Weight: 1}},
		}
		if diff := cmp.Diff(want, q); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		return
	}
	t.Error("no quote")
}

func TestQuotesErrors(t *testing.T) {
	db, _ := create(t)
	put(t, db, newsroom(t)...)
	ambiguous := new(store.AmbiguousError)
	if _, err := texts(t.Context(), db, store.Query{Speaker: "clinton"}); !errors.As(err, &ambiguous) {
		t.Fatalf("got %v, want *AmbiguousError", err)
	}
	// The bare Clinton of one article is one candidate, not the answer.
	if len(ambiguous.Candidates) != 3 {
		t.Fatalf("got %+v, want 3 candidates", ambiguous.Candidates)
	}
	for _, c := range ambiguous.Candidates {
		got, err := texts(t.Context(), db, store.Query{Speaker: c.Ref})
		if err != nil || len(got) == 0 {
			t.Errorf("%+v finds %q, %v", c, got, err)
		}
	}
	if diff := cmp.Diff(store.Candidate{Ref: ambiguous.Candidates[0].Ref, Name: "Bill Clinton", Note: "person, former president, 2 statements"}, ambiguous.Candidates[0]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}

	missing := new(store.NotFoundError)
	for name, near := range map[string][]string{
		"Zelensky":        {"Volodymyr Zelenskyy"},
		"Bill Clintonn":   {"Bill Clinton", "Clinton", "Hillary Clinton"},
		"Chelsea Clinton": {"Bill Clinton", "Clinton", "Hillary Clinton"},
		"Xi Jinping":      nil,
		"#99999":          nil,
	} {
		if _, err := texts(t.Context(), db, store.Query{Speaker: name}); !errors.As(err, &missing) {
			t.Errorf("%s: got %v, want *NotFoundError", name, err)
			continue
		}
		if diff := cmp.Diff(near, missing.Near); diff != "" {
			t.Errorf("near %s (-want +got):\n%s", name, diff)
		}
	}
	for _, about := range []string{"-", `""`, "*", `" "`, "NEAR/3 ***"} {
		_, err := texts(t.Context(), db, store.Query{About: about})
		if want := about != "NEAR/3 ***"; errors.Is(err, store.ErrNoWords) != want {
			t.Errorf("about %q: got %v", about, err)
		}
	}
}

// No search, however odd, is an error of SQLite's.
func FuzzAbout(f *testing.F) {
	for _, s := range []string{`army`, `"a b"`, `a"b`, `^a`, `a:b`, `content:x`, `(a`, `NEAR`, `-a`, `a*b*`, "a\x00b", "\xff", `''`} {
		f.Add(s)
	}
	db, _ := create(f)
	put(f, db, newsroom(f)...)
	f.Fuzz(func(t *testing.T, about string) {
		if about == "" {
			return
		}
		if _, err := texts(t.Context(), db, store.Query{About: about}); err != nil && !errors.Is(err, store.ErrNoWords) {
			t.Errorf("%q: %v", about, err)
		}
	})
}

// The consumer may stop early, and the store is usable at once.
func TestQuotesStop(t *testing.T) {
	db, _ := create(t)
	put(t, db, newsroom(t)...)
	for range 20 {
		for _, err := range db.Quotes(t.Context(), store.Query{}) {
			if err != nil {
				t.Fatal(err)
			}
			break
		}
	}
	put(t, db, article(t, "new", "", "x said y", nil, statement{-1, "", "said", "y"}))
}

func TestArticle(t *testing.T) {
	db, _ := create(t)
	put(t, db, append(newsroom(t), article(t, "z/kyiv.txt", "", "nothing", nil))...)
	for _, name := range []string{"b/clintons.txt", "./b/clintons.txt", "clintons.txt", pipeline.DocumentID("b/clintons.txt")} {
		a, err := db.Article(t.Context(), name)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, c := range a.Claims {
			got = append(got, c.Text)
		}
		if diff := cmp.Diff([]string{"the café was closed", "it was open", "to stay open"}, got); diff != "" || a.Key != "b/clintons.txt" {
			t.Errorf("%s: key %s (-want +got):\n%s", name, a.Key, diff)
		}
	}
	var ambiguous *store.AmbiguousError
	if _, err := db.Article(t.Context(), "kyiv.txt"); !errors.As(err, &ambiguous) || len(ambiguous.Candidates) != 2 {
		t.Errorf("got %v, want 2 candidates", err)
	}
	missing := new(store.NotFoundError)
	if _, err := db.Article(t.Context(), "Undated"); !errors.As(err, &missing) {
		t.Errorf("got %v, want *NotFoundError", err)
	}
	if diff := cmp.Diff([]string{"c/undated.txt"}, missing.Near); diff != "" {
		t.Errorf("near (-want +got):\n%s", diff)
	}
}
