package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"time"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// A Span is a stretch of an article's text: byte offsets and the text itself.
type Span struct {
	pipeline.Span
	Text string `json:"text"`
}

// A Ref names an article.
type Ref struct {
	ID        string // document id
	Key       string // path or URL
	Title     string
	Byline    string
	Outlet    string
	Published time.Time // UTC; zero if undated
}

// A SpeakerRef is the speaker of a claim.
type SpeakerRef struct {
	ID   int64 // "#ID" finds it
	Name string
	Kind pipeline.SpeakerKind
	Role string // in that article
}

// A Quote is one claim with what a reader needs to judge it.
type Quote struct {
	ID         string // claim id
	Article    Ref
	Type       pipeline.ClaimType
	Speaker    *SpeakerRef // nil if nobody can be named
	Source     []Span
	Cue        []Span
	CueLemma   string
	Content    []Span
	Text       string // the content's spans joined, " … " where something stands between
	Sentence   Span   // the sentences that the claim stands in
	Confidence float64
	Why        []pipeline.Reason
}

// Quotes gives the claims that q asks for, newest first. All of them are of
// one state of the store. The sequence may be run more than once and holds a
// connection while it runs; an error ends it. A name that nobody goes by is a
// *NotFoundError, one that several go by an *AmbiguousError.
//
// All words of About must occur in a claim's content, whatever their case and
// accents; "several words" in quotation marks must stand side by side, and
// sanction* finds words that begin so.
func (d *DB) Quotes(ctx context.Context, q Query) iter.Seq2[Quote, error] {
	return func(yield func(Quote, error) bool) {
		err := d.view(ctx, func(conn *sql.Conn) error {
			var speakers []int64
			if q.Speaker != "" {
				var err error
				if speakers, err = resolve(ctx, conn, q.Speaker); err != nil {
					return err
				}
			}
			query, args, err := q.sql(speakers)
			if err != nil {
				return err
			}
			ids, err := column[int64](ctx, conn, query, args...)
			if err != nil {
				return err
			}
			return load(ctx, conn, ids, yield)
		})
		if err != nil && !errors.Is(err, errStopped) {
			yield(Quote{}, fmt.Errorf("quotes: %w", err))
		}
	}
}

// errStopped says that the consumer of a sequence has had enough.
var errStopped = errors.New("stopped")

const (
	claimSQL = `SELECT c.claim_id, c.article_id, c.type, c.confidence, c.cue, c.why, c.content, c.sentence_start, c.sentence_end,
			s.id, s.name, s.kind, p.role
		FROM claims c
		LEFT JOIN speakers s ON s.id = c.speaker_id
		LEFT JOIN appearances p ON p.speaker_id = c.speaker_id AND p.article_id = c.article_id
		WHERE c.id = ?`
	spansSQL   = `SELECT role, start, "end" FROM claim_spans WHERE claim_id = ? ORDER BY role, ord`
	articleSQL = `SELECT doc_id, key, title, byline, outlet, coalesce(published, ''), text FROM articles WHERE id = ?`
)

// load yields the claims of the given row ids in that order. The article of
// the claim before is kept, since claims of one mostly follow each other.
func load(ctx context.Context, conn *sql.Conn, ids []int64, yield func(Quote, error) bool) error {
	claim, err := conn.PrepareContext(ctx, claimSQL)
	if err != nil {
		return err
	}
	defer func() { _ = claim.Close() }()
	spans, err := conn.PrepareContext(ctx, spansSQL)
	if err != nil {
		return err
	}
	defer func() { _ = spans.Close() }()

	var (
		article int64
		ref     Ref
		text    string
	)
	for _, id := range ids {
		var q Quote
		of, err := scanClaim(claim.QueryRowContext(ctx, id), &q)
		if err != nil {
			return fmt.Errorf("claim row %d: %w", id, err)
		}
		if of != article {
			if ref, text, err = loadArticle(ctx, conn, of); err != nil {
				return fmt.Errorf("article row %d: %w", of, err)
			}
			article = of
		}
		q.Article = ref
		q.Sentence.Text = text[q.Sentence.Start:q.Sentence.End]
		if err := scanSpans(ctx, spans, id, text, &q); err != nil {
			return fmt.Errorf("claim %s: %w", q.ID, err)
		}
		if !yield(q, nil) {
			return errStopped
		}
	}
	return nil
}

func scanClaim(row *sql.Row, q *Quote) (article int64, err error) {
	var (
		speaker          sql.NullInt64
		name, kind, role sql.NullString
		why              string
	)
	if err := row.Scan(&q.ID, &article, &q.Type, &q.Confidence, &q.CueLemma, &why, &q.Text,
		&q.Sentence.Start, &q.Sentence.End, &speaker, &name, &kind, &role); err != nil {
		return 0, err
	}
	if speaker.Valid {
		q.Speaker = &SpeakerRef{ID: speaker.Int64, Name: name.String, Kind: pipeline.SpeakerKind(kind.String), Role: role.String}
	}
	return article, json.Unmarshal([]byte(why), &q.Why)
}

func scanSpans(ctx context.Context, stmt *sql.Stmt, claim int64, text string, q *Quote) error {
	rows, err := stmt.QueryContext(ctx, claim)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }() // its error is rows.Err's
	for rows.Next() {
		var (
			role string
			s    Span
		)
		if err := rows.Scan(&role, &s.Start, &s.End); err != nil {
			return err
		}
		s.Text = text[s.Start:s.End]
		switch role {
		case roleSource:
			q.Source = append(q.Source, s)
		case roleCue:
			q.Cue = append(q.Cue, s)
		case roleContent:
			q.Content = append(q.Content, s)
		}
	}
	return rows.Err()
}

func loadArticle(ctx context.Context, conn *sql.Conn, id int64) (ref Ref, text string, err error) {
	var published string
	if err := conn.QueryRowContext(ctx, articleSQL, id).Scan(&ref.ID, &ref.Key, &ref.Title, &ref.Byline, &ref.Outlet, &published, &text); err != nil {
		return Ref{}, "", err
	}
	ref.Published, err = parseTime(published)
	return ref, text, err
}
