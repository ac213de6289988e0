package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"
)

const (
	maxNear     = 3     // names suggested
	maxCompared = 50000 // aliases compared, so that a miss stays quick in a big store
)

// nearNames gives the names of speakers one of whose aliases is spelt much
// like the folded name or begins with it, best first. Only aliases with the
// same first letter, of the name or of its last word, are looked at.
func nearNames(ctx context.Context, conn *sql.Conn, folded string) ([]string, error) {
	if folded == "" {
		return nil, nil
	}
	type near struct {
		name     string
		distance int
		claims   int
	}
	var found []near
	asked := []string{folded}
	if i := strings.LastIndex(folded, " "); i >= 0 {
		asked = append(asked, folded[i+1:])
	}
	for _, name := range asked {
		letter := string([]rune(name)[:1])
		err := each(ctx, conn, func(rows *sql.Rows) error {
			var (
				alias string
				n     near
			)
			if err := rows.Scan(&alias, &n.name, &n.claims); err != nil {
				return err
			}
			n.distance = editDistance(name, alias)
			if strings.HasPrefix(alias, name) {
				n.distance = 1
			}
			if n.distance <= 1+len(name)/5 {
				found = append(found, n)
			}
			return nil
		}, `SELECT a.folded, s.name, s.claims FROM aliases a JOIN speakers s ON s.id = a.speaker_id
			WHERE a.folded >= ? AND a.folded < ? LIMIT ?`, letter, letter+"\U0010FFFF", maxCompared)
		if err != nil {
			return nil, err
		}
	}
	slices.SortFunc(found, func(a, b near) int {
		return cmp.Or(cmp.Compare(a.distance, b.distance), cmp.Compare(b.claims, a.claims), cmp.Compare(a.name, b.name))
	})
	var names []string
	for _, n := range found {
		if !slices.Contains(names, n.name) && len(names) < maxNear {
			names = append(names, n.name)
		}
	}
	return names, nil
}

// editDistance is Levenshtein's (1966), in runes.
func editDistance(a, b string) int {
	s, t := []rune(a), []rune(b)
	row := make([]int, len(t)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range s {
		diagonal := row[0]
		row[0] = i + 1
		for j, u := range t {
			cost := diagonal
			if r != u {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
		}
	}
	return row[len(t)]
}
