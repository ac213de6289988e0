package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// A match is a speaker who goes by a name.
type match struct {
	id         int64
	name, kind string
	folded     string
	claims     int
}

// full reports whether the folded name is this speaker's own and whole. The
// lone surname of a person whom some article never names in full is not.
func (m match) full(folded string) bool {
	return m.folded == folded && (m.kind != string(pipeline.Person) || strings.Contains(folded, " "))
}

// matches finds the speakers who go by a name, most quoted first.
func matches(ctx context.Context, conn *sql.Conn, name string) (found []match, err error) {
	const columns = `SELECT DISTINCT s.id, s.name, s.kind, s.folded, s.claims FROM `
	query, arg := columns+`aliases a JOIN speakers s ON s.id = a.speaker_id WHERE a.folded = ?`, any(Fold(name))
	if number, ok := strings.CutPrefix(strings.TrimSpace(name), "#"); ok {
		if id, err := strconv.ParseInt(number, 10, 64); err == nil {
			query, arg = columns+`speakers s WHERE s.id = ?`, id
		}
	}
	err = each(ctx, conn, func(rows *sql.Rows) error {
		var m match
		if err := rows.Scan(&m.id, &m.name, &m.kind, &m.folded, &m.claims); err != nil {
			return err
		}
		found = append(found, m)
		return nil
	}, query+` ORDER BY s.claims DESC, s.folded, s.kind, s.scope`, arg)
	if err == nil && len(found) == 0 {
		near, err := nearNames(ctx, conn, Fold(name))
		if err != nil {
			return nil, err
		}
		return nil, &NotFoundError{What: "speaker", Name: name, Near: near}
	}
	return found, err
}

// resolve gives the speaker whom a name means: the only one who goes by it,
// or the only one whose whole name it is. The unnamed of several articles who
// are called the same are asked for, and given, together.
func resolve(ctx context.Context, conn *sql.Conn, name string) ([]int64, error) {
	found, err := matches(ctx, conn, name)
	if err != nil {
		return nil, err
	}
	folded := Fold(name)
	whole := slices.DeleteFunc(slices.Clone(found), func(m match) bool { return !m.full(folded) })
	for _, list := range [][]match{found, whole} {
		if len(list) == 1 || len(list) > 0 && !slices.ContainsFunc(list, func(m match) bool { return m.kind != string(pipeline.Unnamed) }) {
			ids := make([]int64, len(list))
			for i, m := range list {
				ids[i] = m.id
			}
			return ids, nil
		}
	}
	e := &AmbiguousError{What: "speaker", Name: name}
	for _, m := range found[:min(len(found), maxCandidates)] {
		c := Candidate{Ref: fmt.Sprintf("#%d", m.id), Name: m.name, Note: m.kind}
		role, err := lastRole(ctx, conn, m.id)
		if err != nil {
			return nil, err
		}
		if role != "" {
			c.Note += ", " + role
		}
		c.Note += ", " + plural(m.claims, "statement")
		e.Candidates = append(e.Candidates, c)
	}
	e.More = len(found) - len(e.Candidates)
	return nil, e
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// lastRole is the role that the newest article which gives one gives.
func lastRole(ctx context.Context, conn *sql.Conn, speaker int64) (role string, err error) {
	err = conn.QueryRowContext(ctx, `SELECT p.role FROM appearances p JOIN articles a ON a.id = p.article_id
		WHERE p.speaker_id = ? AND p.role <> '' ORDER BY a.published DESC, a.key LIMIT 1`, speaker).Scan(&role)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return role, err
}
