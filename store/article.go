package store

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
)

// An Article is a stored article with its claims in text order.
type Article struct {
	Ref
	Text   string
	Claims []Quote
}

// Article finds an article by its document id, its key, or the end of its
// key after a slash ("article.txt", "2025/article.txt").
func (d *DB) Article(ctx context.Context, name string) (*Article, error) {
	var a Article
	err := d.view(ctx, func(conn *sql.Conn) error {
		id, err := findArticle(ctx, conn, name)
		if err != nil {
			return err
		}
		if a.Ref, a.Text, err = loadArticle(ctx, conn, id); err != nil {
			return err
		}
		ids, err := column[int64](ctx, conn, `SELECT id FROM claims WHERE article_id = ? ORDER BY start, claim_id`, id)
		if err != nil {
			return err
		}
		return load(ctx, conn, ids, func(q Quote, _ error) bool {
			a.Claims = append(a.Claims, q)
			return true
		})
	})
	if err != nil {
		return nil, fmt.Errorf("article: %w", err)
	}
	return &a, nil
}

// maxCandidates is how many candidates an AmbiguousError lists.
const maxCandidates = 20

func findArticle(ctx context.Context, conn *sql.Conn, name string) (int64, error) {
	clean := filepath.ToSlash(filepath.Clean(name))
	ids, err := column[int64](ctx, conn, `SELECT id FROM articles WHERE key IN (?, ?) OR doc_id = ? ORDER BY key = ? DESC`, name, clean, name, name)
	if err != nil || len(ids) > 0 {
		return first(ids), err
	}
	var candidates []Candidate
	suffix := "/" + clean
	err = each(ctx, conn, func(rows *sql.Rows) error {
		var (
			id int64
			c  Candidate
		)
		if err := rows.Scan(&id, &c.Ref, &c.Name, &c.Note); err != nil {
			return err
		}
		ids, candidates = append(ids, id), append(candidates, c)
		return nil
	}, `SELECT id, key, title, coalesce(substr(published, 1, 10), '') FROM articles WHERE substr(key, -length(?1)) = ?1 ORDER BY key`, suffix)
	switch {
	case err != nil:
		return 0, err
	case len(ids) == 0:
		near, err := column[string](ctx, conn, `SELECT key FROM articles WHERE instr(lower(key), lower(?)) > 0 ORDER BY length(key), key LIMIT 3`, clean)
		if err != nil {
			return 0, err
		}
		return 0, &NotFoundError{What: "article", Name: name, Near: near}
	case len(ids) > 1:
		shown := candidates[:min(len(candidates), maxCandidates)]
		return 0, &AmbiguousError{What: "article", Name: name, Candidates: shown, More: len(candidates) - len(shown)}
	}
	return ids[0], nil
}

// first is the first of a list, 0 if it is empty.
func first(ids []int64) int64 {
	if len(ids) == 0 {
		return 0
	}
	return ids[0]
}
