package store_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/hearsay-nlp/hearsay/pipeline"
	"github.com/hearsay-nlp/hearsay/store"
)

func TestSpeakers(t *testing.T) {
	db, _ := create(t)
	put(t, db, newsroom(t)...)
	day := func(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }
	zelenskyy := store.Speaker{Name: "Volodymyr Zelenskyy", Kind: pipeline.Person,
		Aliases: []string{"VOLODYMYR ZELENSKYY", "ZELENSKYY", "Zelenskyy"}, Roles: []string{"the Ukrainian president"},
		Claims: 2, ByType: map[pipeline.ClaimType]int{pipeline.Direct: 1, pipeline.Indirect: 1}, Articles: 2,
		First: day(2025, 2, 21), Last: day(2025, 3, 1)}
	bill := store.Speaker{Name: "Bill Clinton", Kind: pipeline.Person, Aliases: []string{"Clinton"}, Roles: []string{"former president"},
		Claims: 2, ByType: map[pipeline.ClaimType]int{pipeline.Direct: 1, pipeline.Indirect: 1}, Articles: 2,
		First: day(2016, 10, 1), Last: day(2016, 10, 1)}
	hillary := store.Speaker{Name: "Hillary Clinton", Kind: pipeline.Person, Aliases: []string{"Clinton"}, Roles: []string{"candidate"},
		Claims: 1, ByType: map[pipeline.ClaimType]int{pipeline.Indirect: 1}, Articles: 1, First: day(2016, 10, 1), Last: day(2016, 10, 1)}
	bare := store.Speaker{Name: "Clinton", Kind: pipeline.Person,
		Claims: 1, ByType: map[pipeline.ClaimType]int{pipeline.Indirect: 1}, Articles: 1, First: day(2016, 10, 2), Last: day(2016, 10, 2)}
	for _, test := range []struct {
		name  string
		limit int
		want  []store.Speaker
	}{
		{"zelenskyy", 0, []store.Speaker{zelenskyy}},
		{"Clinton", 0, []store.Speaker{bill, bare, hillary}},
		{"Clinton", 1, []store.Speaker{bill}},
		{"", 2, []store.Speaker{bill, zelenskyy}},
	} {
		got, err := db.Speakers(t.Context(), test.name, test.limit)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(test.want, got, cmpopts.IgnoreFields(store.Speaker{}, "ID"), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.name, diff)
		}
	}
	all, err := db.Speakers(t.Context(), "", 0)
	if err != nil {
		t.Fatal(err)
	}
	// Two Clintons and the bare one, Zelenskyy, Pfizer, an official in each
	// of two articles.
	if len(all) != 7 {
		t.Errorf("got %d speakers, want 7: %+v", len(all), all)
	}
}
