package store

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// No question walks the whole of claims, spans or articles: each plan uses an
// index or row ids throughout. The unfiltered list of quotes may, but in the
// order of an index, so that a limit ends it.
func TestQueriesUseIndexes(t *testing.T) {
	db, err := Open(t.Context(), filepath.Join(t.TempDir(), "h.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	}()
	day := time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)
	type plan struct {
		query string
		args  []any
	}
	plans := map[string]plan{
		"claim":   {claimSQL, []any{1}},
		"spans":   {spansSQL, []any{1}},
		"article": {articleSQL, []any{1}},
		"by type": {byTypeSQL, []any{1}},
		"roles":   {rolesSQL, []any{1}},
		"top":     {topSQL, []any{1}},
		"clear":   {`DELETE FROM claims WHERE article_id = ?`, []any{1}},
	}
	for name, q := range map[string]Query{
		"by speaker":           {Speaker: "x"},
		"by words":             {About: "army"},
		"by speaker and words": {Speaker: "x", About: "army"},
		"by date":              {Since: day},
		"newest of a type":     {Speaker: "x", Since: day, Type: "direct", MinConfidence: 0.5, Limit: 20},
	} {
		query, args, err := q.sql([]int64{1, 2})
		if err != nil {
			t.Fatal(err)
		}
		plans[name] = plan{query, args}
	}
	for name, p := range plans {
		for _, step := range explain(t, db, p.query, p.args) {
			// A virtual table's SCAN is a search by its own index.
			if strings.HasPrefix(step, "SCAN") && !strings.Contains(step, "VIRTUAL TABLE") && !strings.Contains(step, "speakers_by_claims") {
				t.Errorf("%s: %s\n%s", name, step, p.query)
			}
		}
	}
	query, args, err := Query{Limit: 20}.sql(nil)
	if err != nil {
		t.Fatal(err)
	}
	if steps := fmt.Sprint(explain(t, db, query, args)); !strings.Contains(steps, "USING COVERING INDEX claims_by_date") && !strings.Contains(steps, "USING INDEX claims_by_date") {
		t.Errorf("newest first is not by its index: %s", steps)
	}
}

func explain(t *testing.T, db *DB, query string, args []any) (steps []string) {
	t.Helper()
	rows, err := db.db.QueryContext(t.Context(), "EXPLAIN QUERY PLAN "+query, args...)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var (
			id, parent, unused int
			detail             string
		)
		if err := rows.Scan(&id, &parent, &unused, &detail); err != nil {
			t.Fatal(err)
		}
		steps = append(steps, detail)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	t.Log(steps)
	return steps
}
