package store

import (
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"time"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// contentHash covers everything of d that decides what is stored: text,
// metadata, layout and the extractor's version.
func contentHash(d *pipeline.Document, version string) string {
	h := sha256.New()
	for _, s := range []string{version, d.Key, d.Title, d.Byline, d.Outlet, formatTime(d.Published).String, d.Text} {
		_, _ = fmt.Fprintf(h, "%d:%s", len(s), s)
	}
	for _, p := range d.Parts {
		_, _ = fmt.Fprintf(h, "%v:%d", p.Span, p.Kind)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// timeLayout is fixed in width and zone, so that text order is time order.
const timeLayout = "2006-01-02T15:04:05Z"

// parseTime reads what formatTime wrote; "" is the zero time.
func parseTime(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	t, err := time.Parse(timeLayout, s)
	if err != nil {
		return time.Time{}, fmt.Errorf("stored time: %w", err)
	}
	return t, nil
}

// formatTime gives the stored form of t, NULL for the zero time.
func formatTime(t time.Time) sql.NullString {
	if t.IsZero() {
		return sql.NullString{}
	}
	return sql.NullString{String: t.UTC().Format(timeLayout), Valid: true}
}
