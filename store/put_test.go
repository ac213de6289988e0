package store_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/hearsay-nlp/hearsay/pipeline"
	"github.com/hearsay-nlp/hearsay/store"
)

func TestPutTwiceChangesNothing(t *testing.T) {
	db, path := create(t)
	if got, want := put(t, db, newsroom(t)...), (store.PutResult{New: 5, Claims: 10}); got != want {
		t.Errorf("first: got %+v, want %+v", got, want)
	}
	before := dump(t, path)
	if got, want := put(t, db, newsroom(t)...), (store.PutResult{Unchanged: 5}); got != want {
		t.Errorf("second: got %+v, want %+v", got, want)
	}
	if diff := cmp.Diff(before, dump(t, path)); diff != "" {
		t.Errorf("rows changed (-before +after):\n%s", diff)
	}
}

// The order of articles, and where the batches are cut, leave no trace.
func TestPutInAnyOrder(t *testing.T) {
	docs := newsroom(t)
	db, path := create(t)
	put(t, db, docs...)
	want := dump(t, path)
	dir := t.TempDir()
	n := 0
	rapid.Check(t, func(r *rapid.T) {
		n++
		path := filepath.Join(dir, fmt.Sprint(n, ".db"))
		db, err := store.Open(t.Context(), path)
		if err != nil {
			r.Fatal(err)
		}
		defer func() {
			if err := db.Close(); err != nil {
				r.Error(err)
			}
		}()
		// Some articles come first in another version, which must leave no
		// trace either.
		var batch []*pipeline.Document
		flush := func() {
			if _, err := db.Put(t.Context(), batch); err != nil {
				r.Fatal(err)
			}
			batch = nil
		}
		for _, d := range rapid.Permutation(docs).Draw(r, "order") {
			if rapid.Bool().Draw(r, "older version first") {
				old := article(t, d.Key, "1999-01-01", "Old Speaker said nothing.",
					[]pipeline.Speaker{person("Old Speaker", "x"), d.Speakers[0]}, statement{0, "Old Speaker", "said", "nothing"}, statement{1, "", "said", "said"})
				batch = append(batch, old)
			}
			batch = append(batch, d)
			if rapid.Bool().Draw(r, "cut") {
				flush()
			}
		}
		flush()
		if diff := cmp.Diff(want, dump(t, path)); diff != "" {
			r.Fatalf("rows hang on the order (-want +got):\n%s", diff)
		}
	})
}

func TestPutReplacesChangedArticle(t *testing.T) {
	db, _ := create(t)
	put(t, db, newsroom(t)...)
	changed := article(t, "b/clintons.txt", "2016-10-03", `Hillary Clinton said it was shut.`,
		[]pipeline.Speaker{person("Hillary Clinton", "candidate")}, statement{0, "Hillary Clinton", "said", "it was shut"})
	if got, want := put(t, db, changed), (store.PutResult{Changed: 1, Claims: 1}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	got, err := texts(t.Context(), db, store.Query{Speaker: "Hillary Clinton"})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"Hillary Clinton: it was shut"}, got); diff != "" {
		t.Errorf("quotes (-want +got):\n%s", diff)
	}
	if got, err := texts(t.Context(), db, store.Query{About: "café"}); err != nil || got != nil {
		t.Errorf("the old text is still found: %q, %v", got, err)
	}
	// Bill Clinton is left with the undated article, and keeps his id.
	list, err := db.Speakers(t.Context(), "Bill Clinton", 0)
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 1 || list[0].Claims != 1 || len(list[0].Roles) != 0 {
		t.Errorf("got %+v, want one Bill Clinton with one claim and no role", list)
	}
	put(t, db, article(t, "c/undated.txt", "", "Nothing.", nil))
	var missing *store.NotFoundError
	if _, err := db.Speakers(t.Context(), "Bill Clinton", 0); !errors.As(err, &missing) {
		t.Errorf("a speaker without claims is still there: %v", err)
	}
}

func TestNewExtractorChangesArticles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "h.db")
	for _, step := range []struct {
		version string
		holds   bool
		want    store.PutResult
	}{
		{"1", false, store.PutResult{New: 1, Claims: 2}},
		{"1", true, store.PutResult{Unchanged: 1}},
		{"2", false, store.PutResult{Changed: 1, Claims: 2}},
	} {
		db, err := store.Open(t.Context(), path, store.Extractor(step.version))
		if err != nil {
			t.Fatal(err)
		}
		doc := newsroom(t)[0]
		holds, err := db.Holds(t.Context(), doc)
		if err != nil {
			t.Fatal(err)
		}
		if holds != step.holds {
			t.Errorf("version %s: Holds is %v, want %v", step.version, holds, step.holds)
		}
		if got := put(t, db, doc); got != step.want {
			t.Errorf("version %s: got %+v, want %+v", step.version, got, step.want)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// Whatever of the metadata changes makes an article a changed one.
func TestMetadataChangesArticles(t *testing.T) {
	db, _ := create(t)
	put(t, db, newsroom(t)[0])
	for name, change := range map[string]func(*pipeline.Document){
		"title":   func(d *pipeline.Document) { d.Title = "Another" },
		"byline":  func(d *pipeline.Document) { d.Byline = "By Jane Doe" },
		"outlet":  func(d *pipeline.Document) { d.Outlet = "Gazette" },
		"date":    func(d *pipeline.Document) { d.Published = d.Published.Add(time.Hour) },
		"no date": func(d *pipeline.Document) { d.Published = time.Time{} },
	} {
		doc := newsroom(t)[0]
		change(doc)
		if holds, err := db.Holds(t.Context(), doc); err != nil || holds {
			t.Errorf("%s: Holds is %v, %v", name, holds, err)
		}
	}
}

func TestFailedBatchLeavesNothing(t *testing.T) {
	db, path := create(t)
	docs := newsroom(t)
	put(t, db, docs[0])
	before := dump(t, path)

	// Two articles that claim one id: the second cannot be written.
	clash := article(t, "z/clash.txt", "", "x said y", nil, statement{-1, "", "said", "y"})
	clash.ID = docs[1].ID
	clash.Claims[0].ID = clash.ClaimID(&clash.Claims[0])
	if _, err := db.Put(t.Context(), append(slices.Clone(docs[1:]), clash)); err == nil {
		t.Error("no error for two articles with one id")
	}
	invalid := newsroom(t)[2]
	invalid.Claims[0].Content = nil
	if _, err := db.Put(t.Context(), []*pipeline.Document{docs[1], invalid}); !errors.Is(err, pipeline.ErrInvalid) {
		t.Errorf("got %v, want ErrInvalid", err)
	}
	if diff := cmp.Diff(before, dump(t, path)); diff != "" {
		t.Errorf("a failed batch left traces (-before +after):\n%s", diff)
	}
	put(t, db, docs...)
}

// Writers in two stores of one file and readers go on at once.
func TestConcurrentUse(t *testing.T) {
	db, path := create(t)
	other, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := other.Close(); err != nil {
			t.Error(err)
		}
	}()
	docs := newsroom(t)
	var wg sync.WaitGroup
	for i, d := range docs {
		for _, to := range []*store.DB{db, other} {
			wg.Go(func() {
				if _, err := to.Put(t.Context(), docs[i:]); err != nil {
					t.Error(err)
				}
				if _, err := to.Article(t.Context(), d.Key); err != nil {
					t.Error(err)
				}
				for _, err := range to.Quotes(t.Context(), store.Query{Limit: 3}) {
					if err != nil {
						t.Error(err)
					}
				}
			})
		}
	}
	wg.Wait()
	fresh, freshPath := create(t)
	put(t, fresh, docs...)
	if diff := cmp.Diff(dump(t, freshPath), dump(t, path)); diff != "" {
		t.Errorf("rows differ from those of one writer (-want +got):\n%s", diff)
	}
}
