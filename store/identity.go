package store

import (
	"slices"
	"strings"
	"unicode"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// speakers stores those speakers of doc that a claim names and gives their
// ids by their index in doc.Speakers.
func (b *batch) speakers(doc *pipeline.Document, article int64) (map[int]int64, error) {
	ids := map[int]int64{}
	for _, c := range doc.Claims {
		if _, done := ids[c.Speaker]; done || c.Speaker == pipeline.NoSpeaker {
			continue
		}
		id, err := b.speaker(doc, article, &doc.Speakers[c.Speaker])
		if err != nil {
			return nil, err
		}
		ids[c.Speaker] = id
		b.touched[id] = true
	}
	return ids, nil
}

func (b *batch) speaker(doc *pipeline.Document, article int64, s *pipeline.Speaker) (int64, error) {
	scope := ""
	if !named(s) {
		scope = doc.ID
	}
	// DO UPDATE, not DO NOTHING: only an updated row is returned.
	id, err := b.id(`INSERT INTO speakers (name, kind, folded, scope) VALUES (?, ?, ?, ?)
		ON CONFLICT (folded, kind, scope) DO UPDATE SET folded = excluded.folded RETURNING id`,
		s.Name, string(s.Kind), Fold(s.Name), scope)
	if err != nil {
		return 0, err
	}
	if err := b.exec(`INSERT INTO appearances (speaker_id, article_id, role) VALUES (?, ?, ?)
		ON CONFLICT DO UPDATE SET role = CASE role WHEN '' THEN excluded.role ELSE role END`, id, article, s.Role); err != nil {
		return 0, err
	}
	names := append([]string{s.Name}, s.Aliases...)
	if s.Kind == pipeline.Person {
		names = append(names, surnames(s.Name)...)
	}
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		if err := b.alias(id, article, name); err != nil {
			return 0, err
		}
	}
	return id, nil
}

// named reports whether a speaker's name means the same in every article: "the
// company" and "senior officials" are others in each.
func named(s *pipeline.Speaker) bool {
	if s.Kind == pipeline.Person {
		return true
	}
	return s.Kind != pipeline.Unnamed && strings.ContainsFunc(s.Name, unicode.IsUpper)
}

func (b *batch) alias(speaker, article int64, name string) error {
	id, err := b.id(`INSERT INTO aliases (speaker_id, name, folded) VALUES (?, ?, ?)
		ON CONFLICT (speaker_id, name) DO UPDATE SET folded = excluded.folded RETURNING id`, speaker, name, Fold(name))
	if err != nil {
		return err
	}
	return b.exec(`INSERT INTO alias_articles (alias_id, article_id) VALUES (?, ?) ON CONFLICT DO NOTHING`, id, article)
}

// touch notes the speakers that a query gives.
func (b *batch) touch(query string, args ...any) error {
	ids, err := b.ids(query, args...)
	for _, id := range ids {
		b.touched[id] = true
	}
	return err
}

func (b *batch) ids(query string, args ...any) (ids []int64, err error) {
	s, err := b.stmt(query) //nolint:sqlclosecheck // closed with the transaction
	if err != nil {
		return nil, err
	}
	rows, err := s.QueryContext(b.ctx, args...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }() // its error is rows.Err's
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, rows.Err()
}

// tidy drops the speakers and aliases that no article supports any more and
// picks the best form of each name that is left.
func (b *batch) tidy() error {
	for id := range b.touched {
		if err := b.exec(`DELETE FROM speakers WHERE id = ? AND claims = 0`, id); err != nil {
			return err
		}
		if err := b.exec(`DELETE FROM aliases WHERE speaker_id = ?
			AND NOT EXISTS (SELECT 1 FROM alias_articles WHERE alias_id = aliases.id)`, id); err != nil {
			return err
		}
		if err := b.rename(id); err != nil {
			return err
		}
	}
	return nil
}

// rename shows a speaker under the best of the forms that fold to its name.
func (b *batch) rename(speaker int64) error {
	s, err := b.stmt(`SELECT a.name FROM speakers s JOIN aliases a ON a.folded = s.folded AND a.speaker_id = s.id WHERE s.id = ?`) //nolint:sqlclosecheck // closed with the transaction
	if err != nil {
		return err
	}
	rows, err := s.QueryContext(b.ctx, speaker)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }() // its error is rows.Err's
	best := ""
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return err
		}
		if best == "" || betterName(name, best) {
			best = name
		}
	}
	if err := rows.Err(); err != nil || best == "" {
		return err
	}
	return b.exec(`UPDATE speakers SET name = ? WHERE id = ? AND name <> ?`, best, speaker, best)
}
