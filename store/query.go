package store

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// A Query says which claims are wanted; a zero field asks nothing.
type Query struct {
	Speaker       string             // any form of the name, or "#12"
	About         string             // words that all must occur in the content, see Quotes
	Since, Until  time.Time          // published within [Since, Until); leaves out undated articles
	Type          pipeline.ClaimType // only this type
	MinConfidence float64            // at least this
	Limit         int                // at most so many
}

// sql gives the query for the wanted claims' ids, newest first, those of one
// article in its order, undated ones last. The order has no row ids in it and
// so does not depend on what was ingested first.
func (q Query) sql(speakers []int64) (string, []any, error) {
	var (
		where []string
		args  []any
	)
	and := func(cond string, values ...any) {
		where = append(where, cond)
		args = append(args, values...)
	}
	if q.Speaker != "" {
		ids := make([]any, len(speakers))
		for i, id := range speakers {
			ids[i] = id
		}
		and("c.speaker_id IN ("+strings.TrimSuffix(strings.Repeat("?,", len(ids)), ",")+")", ids...)
	}
	if q.About != "" {
		match := matchExpr(q.About)
		if match == "" {
			return "", nil, fmt.Errorf("%w in %q", ErrNoWords, q.About)
		}
		and("c.id IN (SELECT docid FROM claims_fts WHERE claims_fts MATCH ?)", match)
	}
	if !q.Since.IsZero() {
		and("c.published >= ?", formatTime(q.Since))
	}
	if !q.Until.IsZero() {
		and("c.published < ?", formatTime(q.Until))
	}
	if q.Type != "" {
		and("c.type = ?", string(q.Type))
	}
	if q.MinConfidence > 0 {
		and("c.confidence >= ?", q.MinConfidence)
	}
	from := "claims c"
	if q.Speaker == "" && q.About == "" {
		// The planner takes any index if it knows no better; in this one's
		// order a limit ends the walk early.
		from += " INDEXED BY claims_by_date"
	}
	query := "SELECT c.id FROM " + from + " JOIN articles a ON a.id = c.article_id"
	if where != nil {
		query += " WHERE " + strings.Join(where, " AND ")
	}
	query += " ORDER BY c.published DESC, a.key, c.start, c.claim_id"
	if q.Limit > 0 {
		query += " LIMIT ?"
		args = append(args, q.Limit)
	}
	return query, args, nil
}

// matchExpr turns what a user types into a full-text expression in which
// nothing is an operator: every word in quotation marks of its own, a
// "phrase in quotes" kept together, a star at a word's end kept as "begins
// with". It is "" if there is no word.
func matchExpr(about string) string {
	about = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`).Replace(about)
	var terms []string
	for i, part := range strings.Split(about, `"`) {
		words := searchWords(part)
		if len(words) == 0 {
			continue
		}
		if i%2 == 1 {
			terms = append(terms, `"`+strings.Join(words, " ")+`"`)
			continue
		}
		for _, w := range words {
			terms = append(terms, `"`+w+`"`)
		}
	}
	return strings.Join(terms, " ")
}

// searchWords cuts s at blanks into words of letters and digits. What stands
// between these within a word becomes a blank, as it does for the index:
// "EU-wide" asks for "EU wide" side by side.
func searchWords(s string) []string {
	var words []string
	for _, field := range strings.Fields(s) {
		star := strings.HasSuffix(field, "*")
		parts := strings.FieldsFunc(field, func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
		})
		if len(parts) == 0 {
			continue
		}
		word := strings.Join(parts, " ")
		if star {
			word += "*"
		}
		words = append(words, word)
	}
	return words
}
