package main

import (
	"encoding/json"
	"io"
	"math"
	"time"

	"github.com/hearsay-nlp/hearsay/pipeline"
	"github.com/hearsay-nlp/hearsay/store"
)

// schema names the form of a record; it changes when a reader of the present
// form would misread the new one.
const schema = "hearsay/1"

// A record is one article with its claims as others read it. The order of
// fields is part of the form.
type record struct {
	Schema    string        `json:"schema"`
	ID        string        `json:"id"`
	Key       string        `json:"key"`
	Title     string        `json:"title"`
	Byline    string        `json:"byline"`
	Published string        `json:"published"` // RFC 3339, "" if undated
	Text      string        `json:"text"`
	Claims    []claimRecord `json:"claims"`
}

type claimRecord struct {
	ID         string            `json:"id"`
	Type       string            `json:"type"`
	Speaker    *speakerRecord    `json:"speaker"` // null if nobody can be named
	Source     []spanRecord      `json:"source"`
	Cue        []cueRecord       `json:"cue"`
	Content    []spanRecord      `json:"content"`
	Confidence float64           `json:"confidence"`
	Why        []pipeline.Reason `json:"why"`
}

type speakerRecord struct {
	Name string `json:"name"`
	Kind string `json:"kind"`
	Role string `json:"role"` // "" if the article gives none
}

// Start and End are byte offsets into the record's text.
type spanRecord struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

type cueRecord struct {
	spanRecord
	Lemma string `json:"lemma"` // of the cue as a whole, the same in all its spans
}

// recordOf gives the record of an article that has been through the stages.
func recordOf(d *pipeline.Document) *record {
	r := &record{schema, d.ID, d.Key, d.Title, d.Byline, rfc3339(d.Published), d.Text, make([]claimRecord, len(d.Claims))}
	spans := func(list []pipeline.Span) []store.Span {
		out := make([]store.Span, len(list))
		for i, s := range list {
			out[i] = store.Span{Span: s, Text: d.Slice(s)}
		}
		return out
	}
	for i, c := range d.Claims {
		q := store.Quote{
			ID: c.ID, Type: c.Type, Source: spans(c.Source), Cue: spans(c.Cue), CueLemma: c.CueLemma, Content: spans(c.Content),
			Confidence: c.Confidence, Why: c.Why,
		}
		if c.Speaker != pipeline.NoSpeaker {
			s := d.Speakers[c.Speaker]
			q.Speaker = &store.SpeakerRef{Name: s.Name, Kind: s.Kind, Role: s.Role}
		}
		r.Claims[i] = claimRecordOf(q)
	}
	return r
}

// storedRecord gives the record of an article out of the store.
func storedRecord(a *store.Article) *record {
	r := &record{schema, a.ID, a.Key, a.Title, a.Byline, rfc3339(a.Published), a.Text, make([]claimRecord, len(a.Claims))}
	for i, c := range a.Claims {
		r.Claims[i] = claimRecordOf(c)
	}
	return r
}

func claimRecordOf(q store.Quote) claimRecord {
	c := claimRecord{
		ID: q.ID, Type: string(q.Type), Source: spanRecords(q.Source), Cue: make([]cueRecord, len(q.Cue)), Content: spanRecords(q.Content),
		Confidence: rounded(q.Confidence), Why: make([]pipeline.Reason, len(q.Why)),
	}
	for i, r := range q.Why {
		c.Why[i] = pipeline.Reason{Reason: r.Reason, Weight: rounded(r.Weight)}
	}
	for i, s := range spanRecords(q.Cue) {
		c.Cue[i] = cueRecord{s, q.CueLemma}
	}
	if q.Speaker != nil {
		c.Speaker = &speakerRecord{q.Speaker.Name, string(q.Speaker.Kind), q.Speaker.Role}
	}
	return c
}

func spanRecords(spans []store.Span) []spanRecord {
	list := make([]spanRecord, len(spans))
	for i, s := range spans {
		list[i] = spanRecord{s.Start, s.End, s.Text}
	}
	return list
}

// rounded leaves the digits that mean something.
func rounded(x float64) float64 { return math.Round(x*1e4) / 1e4 }

func rfc3339(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}

// jsonLines writes one JSON value a line, quotation marks and angle brackets
// as they are.
func jsonLines(w io.Writer) *json.Encoder {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc
}
