package store_test

import (
	"context"
	"database/sql"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/hearsay-nlp/hearsay/pipeline"
	"github.com/hearsay-nlp/hearsay/store"
)

// A statement is a claim in the making: its strings are looked up in the
// article's text.
type statement struct {
	who                   int // index of the speaker, -1 for nobody
	source, cue, contents string
}

// article makes a document whose claims are the given statements.
func article(t testing.TB, key, date, text string, speakers []pipeline.Speaker, said ...statement) *pipeline.Document {
	t.Helper()
	d := pipeline.New(key, text)
	d.Title = "About " + key
	if date != "" {
		at, err := time.Parse(time.DateOnly, date)
		if err != nil {
			t.Fatal(err)
		}
		d.Published = at
	}
	d.Speakers = speakers
	find := func(s string) []pipeline.Span {
		if s == "" {
			return nil
		}
		at := strings.Index(text, s)
		if at < 0 {
			t.Fatalf("%q is not in %q", s, text)
		}
		return []pipeline.Span{{Start: at, End: at + len(s)}}
	}
	for _, s := range said {
		c := pipeline.Claim{Type: pipeline.Indirect, Speaker: s.who, Source: find(s.source), Cue: find(s.cue), Confidence: 0.9,
			Why: []pipeline.Reason{{Reason: "test", Weight: 1}}}
		for part := range strings.SplitSeq(s.contents, "|") {
			c.Content = append(c.Content, find(part)...)
		}
		if strings.HasPrefix(s.contents, `"`) {
			c.Type = pipeline.Direct
		}
		c.ID = d.ClaimID(&c)
		d.Claims = append(d.Claims, c)
	}
	return d
}

func person(name, role string, aliases ...string) pipeline.Speaker {
	return pipeline.Speaker{Name: name, Kind: pipeline.Person, Role: role, Aliases: aliases}
}

// newsroom is a small archive: two Clintons, one Zelenskyy spelt in two
// cases, a bare surname, an unnamed official in two articles, an
// organization, a claim that nobody can be named for, and an undated article.
func newsroom(t testing.TB) []*pipeline.Document {
	official := pipeline.Speaker{Name: "a senior official", Kind: pipeline.Unnamed}
	return []*pipeline.Document{
		article(t, "a/kyiv.txt", "2025-02-21", `"We will not sign," Volodymyr Zelenskyy said. "Not today." A senior official said talks failed.`,
			[]pipeline.Speaker{person("Volodymyr Zelenskyy", "the Ukrainian president", "Zelenskyy"), official},
			statement{0, "Volodymyr Zelenskyy", "said", `"We will not sign,"|"Not today."`},
			statement{1, "A senior official", "said", "talks failed"}),
		article(t, "a/munich.txt", "2025-03-01", `VOLODYMYR ZELENSKYY said Europe needs an army. A senior official disagreed with Europe.`,
			[]pipeline.Speaker{person("VOLODYMYR ZELENSKYY", ""), official},
			statement{0, "VOLODYMYR ZELENSKYY", "said", "Europe needs an army"},
			statement{1, "A senior official", "disagreed", "with Europe"}),
		article(t, "b/clintons.txt", "2016-10-01", `Bill Clinton said the café was closed. Hillary Clinton said it was open. It is expected to stay open.`,
			[]pipeline.Speaker{person("Bill Clinton", "former president"), person("Hillary Clinton", "candidate")},
			statement{0, "Bill Clinton", "said", "the café was closed"},
			statement{1, "Hillary Clinton", "said", "it was open"},
			statement{-1, "", "is expected", "to stay open"}),
		article(t, "b/bare.txt", "2016-10-02", `Clinton said no. Pfizer said yes to the army of Europe.`,
			[]pipeline.Speaker{person("Clinton", ""), {Name: "Pfizer", Kind: pipeline.Organization}},
			statement{0, "Clinton", "said", "no"},
			statement{1, "Pfizer", "said", "yes to the army of Europe"}),
		article(t, "c/undated.txt", "", `Bill Clinton said it was "over".`,
			[]pipeline.Speaker{person("Bill Clinton", "")},
			statement{0, "Bill Clinton", "said", `"over"`}),
	}
}

func create(t testing.TB) (*store.DB, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a b?#.db")
	db, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db, path
}

func put(t testing.TB, db *store.DB, docs ...*pipeline.Document) store.PutResult {
	t.Helper()
	r, err := db.Put(t.Context(), docs)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// texts are the quotes that q asks for, each as "speaker: text".
func texts(ctx context.Context, db *store.DB, q store.Query) ([]string, error) {
	var list []string
	for quote, err := range db.Quotes(ctx, q) {
		if err != nil {
			return nil, err
		}
		who := "?"
		if quote.Speaker != nil {
			who = quote.Speaker.Name
		}
		list = append(list, who+": "+quote.Text)
	}
	return list, nil
}

// dump gives all that the store holds, without row ids: these hang on the
// order of putting, nothing else may.
func dump(t testing.TB, path string) []string {
	t.Helper()
	raw, err := sql.Open("sqlite3", "file:"+strings.NewReplacer("?", "%3f", "#", "%23").Replace(path))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = raw.Close() }()
	var lines []string
	for _, query := range []string{
		`SELECT 'article', key, doc_id, title, coalesce(published, ''), hash, text FROM articles`,
		`SELECT 'speaker', name, kind, scope, claims, folded, '' FROM speakers`,
		`SELECT 'alias', s.name, s.kind, s.scope, l.name, l.folded, r.key
			FROM aliases l JOIN speakers s ON s.id = speaker_id LEFT JOIN alias_articles x ON x.alias_id = l.id LEFT JOIN articles r ON r.id = x.article_id`,
		`SELECT 'appearance', s.name, s.kind, s.scope, r.key, p.role, '' FROM appearances p JOIN speakers s ON s.id = speaker_id JOIN articles r ON r.id = article_id`,
		`SELECT 'claim', c.claim_id, r.key, coalesce(s.name, '-'), c.content, c.type || c.cue || c.why || coalesce(c.published, ''), c.sentence_start || ':' || c.sentence_end
			FROM claims c JOIN articles r ON r.id = c.article_id LEFT JOIN speakers s ON s.id = c.speaker_id`,
		`SELECT 'span', c.claim_id, x.role, x.ord, x.start, x."end", '' FROM claim_spans x JOIN claims c ON c.id = x.claim_id`,
	} {
		lines = append(lines, table(t, raw, query)...)
	}
	var intact string
	if err := raw.QueryRow(`PRAGMA integrity_check`).Scan(&intact); err != nil || intact != "ok" {
		t.Errorf("integrity: %s %v", intact, err)
	}
	// FTS4 says so by an error if the index differs from the claims.
	if _, err := raw.Exec(`INSERT INTO claims_fts (claims_fts) VALUES ('integrity-check')`); err != nil {
		t.Errorf("full-text index: %v", err)
	}
	slices.Sort(lines)
	return lines
}

// table gives the rows of a query for seven columns, tabs between them.
func table(t testing.TB, db *sql.DB, query string) (lines []string) {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }() // its error is rows.Err's
	for rows.Next() {
		f := make([]string, 7)
		if err := rows.Scan(&f[0], &f[1], &f[2], &f[3], &f[4], &f[5], &f[6]); err != nil {
			t.Fatal(err)
		}
		lines = append(lines, strings.Join(f, "\t"))
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return lines
}
