package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// A Speaker is a canonical speaker and what the store knows of it.
type Speaker struct {
	ID          int64 // "#ID" finds it
	Name        string
	Kind        pipeline.SpeakerKind
	Aliases     []string // other forms of the name, in order
	Roles       []string // as articles word them, the most usual first
	Claims      int
	ByType      map[pipeline.ClaimType]int
	Articles    int
	First, Last time.Time // of the dated articles; zero if there are none
}

// Speakers gives the speakers who go by a name (or "#12"), most quoted first;
// all speakers if the name is "". A limit above 0 bounds the list.
func (d *DB) Speakers(ctx context.Context, name string, limit int) ([]Speaker, error) {
	var list []Speaker
	err := d.view(ctx, func(conn *sql.Conn) error {
		var ids []int64
		if name == "" {
			if limit <= 0 {
				limit = -1 // SQLite's "no limit"
			}
			var err error
			if ids, err = column[int64](ctx, conn, topSQL, limit); err != nil {
				return err
			}
		} else {
			found, err := matches(ctx, conn, name)
			if err != nil {
				return err
			}
			for _, m := range found {
				if limit <= 0 || len(ids) < limit {
					ids = append(ids, m.id)
				}
			}
		}
		for _, id := range ids {
			s, err := loadSpeaker(ctx, conn, id)
			if err != nil {
				return err
			}
			list = append(list, *s)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("speakers: %w", err)
	}
	return list, nil
}

const (
	topSQL    = `SELECT id FROM speakers ORDER BY claims DESC, folded, kind, scope LIMIT ?`
	byTypeSQL = `SELECT type, count(*), coalesce(min(published), ''), coalesce(max(published), '') FROM claims WHERE speaker_id = ? GROUP BY type`
	rolesSQL  = `SELECT role FROM appearances WHERE speaker_id = ? AND role <> '' GROUP BY role ORDER BY count(*) DESC, role`
)

func loadSpeaker(ctx context.Context, conn *sql.Conn, id int64) (*Speaker, error) {
	s := Speaker{ID: id, ByType: map[pipeline.ClaimType]int{}}
	err := conn.QueryRowContext(ctx, `SELECT name, kind, claims, (SELECT count(*) FROM appearances WHERE speaker_id = s.id)
		FROM speakers s WHERE id = ?`, id).Scan(&s.Name, &s.Kind, &s.Claims, &s.Articles)
	if err != nil {
		return nil, err
	}
	if s.Aliases, err = column[string](ctx, conn, `SELECT name FROM aliases WHERE speaker_id = ? AND name <> ? ORDER BY name`, id, s.Name); err != nil {
		return nil, err
	}
	if s.Roles, err = column[string](ctx, conn, rolesSQL, id); err != nil {
		return nil, err
	}
	err = each(ctx, conn, func(rows *sql.Rows) error {
		var (
			kind        pipeline.ClaimType
			n           int
			first, last string
		)
		if err := rows.Scan(&kind, &n, &first, &last); err != nil {
			return err
		}
		s.ByType[kind] = n
		return s.extend(first, last)
	}, byTypeSQL, id)
	return &s, err
}

// extend widens the speaker's time to that of more claims.
func (s *Speaker) extend(first, last string) error {
	from, err := parseTime(first)
	if err != nil {
		return err
	}
	to, err := parseTime(last)
	if err != nil {
		return err
	}
	if !from.IsZero() && (s.First.IsZero() || from.Before(s.First)) {
		s.First = from
	}
	if to.After(s.Last) {
		s.Last = to
	}
	return nil
}
