package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// A PutResult counts what a batch came to.
type PutResult struct {
	New, Changed, Unchanged int // articles
	Claims                  int // written; those of unchanged articles are not
}

// Add adds the counts of another batch.
func (r *PutResult) Add(s PutResult) {
	r.New += s.New
	r.Changed += s.Changed
	r.Unchanged += s.Unchanged
	r.Claims += s.Claims
}

// Holds reports whether the store has d exactly as it is, extracted by this
// version, so that there is no need to extract and put it again.
func (d *DB) Holds(ctx context.Context, doc *pipeline.Document) (bool, error) {
	var n int
	err := d.db.QueryRowContext(ctx, `SELECT count(*) FROM articles WHERE key = ? AND hash = ?`,
		doc.Key, contentHash(doc, d.version)).Scan(&n)
	if err != nil {
		return false, fmt.Errorf("%s: %w", doc.Key, err)
	}
	return n > 0, nil
}

// Put stores the documents with their claims and speakers in one transaction:
// on an error nothing of the batch is kept. An article that the store holds
// already is left alone; one that changed has its claims replaced.
//
// Speakers of two articles are one if kind and full name agree, whatever the
// case and accents; a surname alone is never taken for somebody's full name,
// and whom an article leaves unnamed stays its own. The outcome does not
// depend on the order in which articles arrive. Of two documents with the
// same key the later one counts.
func (d *DB) Put(ctx context.Context, docs []*pipeline.Document) (PutResult, error) {
	var r PutResult
	for _, doc := range docs {
		if err := doc.Check(); err != nil {
			return r, err
		}
	}
	err := d.update(ctx, func(tx *sql.Tx) error {
		b := &batch{ctx: ctx, tx: tx, prepared: map[string]*sql.Stmt{}, touched: map[int64]bool{}}
		for _, doc := range docs {
			if err := b.put(doc, contentHash(doc, d.version)); err != nil {
				return fmt.Errorf("%s: %w", doc.Key, err)
			}
		}
		r = b.result
		return b.tidy()
	})
	if err != nil {
		return PutResult{}, fmt.Errorf("put: %w", err)
	}
	return r, nil
}

// A batch is one transaction of Put.
type batch struct {
	ctx      context.Context
	tx       *sql.Tx
	prepared map[string]*sql.Stmt // by query; closed with the transaction
	touched  map[int64]bool       // speakers that gained or lost something
	result   PutResult
}

func (b *batch) stmt(query string) (*sql.Stmt, error) {
	if s := b.prepared[query]; s != nil {
		return s, nil
	}
	s, err := b.tx.PrepareContext(b.ctx, query)
	if err != nil {
		return nil, err
	}
	b.prepared[query] = s
	return s, nil
}

func (b *batch) exec(query string, args ...any) error {
	s, err := b.stmt(query) //nolint:sqlclosecheck // closed with the transaction
	if err != nil {
		return err
	}
	_, err = s.ExecContext(b.ctx, args...)
	return err
}

// id runs a query that gives one integer.
func (b *batch) id(query string, args ...any) (id int64, err error) {
	s, err := b.stmt(query) //nolint:sqlclosecheck // closed with the transaction
	if err != nil {
		return 0, err
	}
	return id, s.QueryRowContext(b.ctx, args...).Scan(&id)
}

func (b *batch) put(doc *pipeline.Document, hash string) error {
	s, err := b.stmt(`SELECT id, hash FROM articles WHERE key = ?`) //nolint:sqlclosecheck // closed with the transaction
	if err != nil {
		return err
	}
	var (
		article int64
		old     string
	)
	switch err := s.QueryRowContext(b.ctx, doc.Key).Scan(&article, &old); {
	case errors.Is(err, sql.ErrNoRows):
		b.result.New++
	case err != nil:
		return err
	case old == hash:
		b.result.Unchanged++
		return nil
	default:
		b.result.Changed++
		if err := b.clear(article); err != nil {
			return err
		}
	}
	article, err = b.id(`INSERT INTO articles (doc_id, key, title, byline, outlet, published, text, hash)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (key) DO UPDATE SET title = excluded.title, byline = excluded.byline, outlet = excluded.outlet,
			published = excluded.published, text = excluded.text, hash = excluded.hash
		RETURNING id`,
		doc.ID, doc.Key, doc.Title, doc.Byline, doc.Outlet, formatTime(doc.Published), doc.Text, hash)
	if err != nil {
		return err
	}
	speakers, err := b.speakers(doc, article)
	if err != nil {
		return err
	}
	for i := range doc.Claims {
		if err := b.claim(doc, article, &doc.Claims[i], speakers); err != nil {
			return fmt.Errorf("claim %s: %w", doc.Claims[i].ID, err)
		}
	}
	b.result.Claims += len(doc.Claims)
	return nil
}

// clear takes away what the article's old text had given.
func (b *batch) clear(article int64) error {
	if err := b.touch(`SELECT speaker_id FROM appearances WHERE article_id = ?`, article); err != nil {
		return err
	}
	for _, query := range []string{
		`DELETE FROM claims WHERE article_id = ?`,
		`DELETE FROM appearances WHERE article_id = ?`,
		`DELETE FROM alias_articles WHERE article_id = ?`,
	} {
		if err := b.exec(query, article); err != nil {
			return err
		}
	}
	return nil
}

func (b *batch) claim(doc *pipeline.Document, article int64, c *pipeline.Claim, speakers map[int]int64) error {
	why, err := json.Marshal(append([]pipeline.Reason{}, c.Why...))
	if err != nil {
		return err
	}
	var speaker sql.NullInt64
	if c.Speaker != pipeline.NoSpeaker {
		speaker = sql.NullInt64{Int64: speakers[c.Speaker], Valid: true}
	}
	sentence := sentences(doc, c)
	id, err := b.id(`INSERT INTO claims (claim_id, article_id, speaker_id, published, start, type, confidence, cue, why, content, sentence_start, sentence_end)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
		c.ID, article, speaker, formatTime(doc.Published), c.Content[0].Start, string(c.Type), c.Confidence, c.CueLemma, string(why),
		join(doc.Text, c.Content), sentence.Start, sentence.End)
	if err != nil {
		return err
	}
	for _, role := range []struct {
		name  string
		spans []pipeline.Span
	}{{roleSource, c.Source}, {roleCue, c.Cue}, {roleContent, c.Content}} {
		for i, s := range role.spans {
			if err := b.exec(`INSERT INTO claim_spans (claim_id, role, ord, start, "end") VALUES (?, ?, ?, ?, ?)`,
				id, role.name, i, s.Start, s.End); err != nil {
				return err
			}
		}
	}
	return nil
}

// The roles of a claim's spans.
const (
	roleSource  = "source"
	roleCue     = "cue"
	roleContent = "content"
)

// join cuts the spans out of text, with an ellipsis where something stands
// between them.
func join(text string, spans []pipeline.Span) string {
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = text[s.Start:s.End]
	}
	return strings.Join(parts, " … ")
}

// sentences is the text that the claim stands in: the sentences that hold its
// spans, or the spans' own cover in a document without sentences.
func sentences(doc *pipeline.Document, c *pipeline.Claim) pipeline.Span {
	var spans pipeline.Span
	for _, role := range [][]pipeline.Span{c.Source, c.Cue, c.Content} {
		for _, s := range role {
			spans = spans.Cover(s)
		}
	}
	whole := spans
	for _, s := range doc.Sentences {
		if s.Overlaps(spans) {
			whole = whole.Cover(s.Span)
		}
	}
	return whole
}
