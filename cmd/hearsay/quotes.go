package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"

	"github.com/urfave/cli/v2"

	"github.com/hearsay-nlp/hearsay/pipeline"
	"github.com/hearsay-nlp/hearsay/store"
)

func quotesCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:  "quotes",
		Usage: "list what somebody said, newest first",
		Description: `A speaker is found by any form of the name, in any case and with or without
accents. If several people go by it they are listed; then say the full name or
the number.

  hearsay quotes --speaker Lavrov
  hearsay quotes --speaker "bill clinton" --since 1998 --until 1999-02
  hearsay quotes --speaker '#12' --type direct      only what is wholly quoted
  hearsay quotes --about "nuclear weapons"          whoever said it: both words
  hearsay quotes --about '"nuclear weapons" sanction*'   a phrase; beginnings
  hearsay quotes --speaker Putin --format csv > putin.csv`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "speaker", Usage: "who: a `NAME` or '#NUMBER'"},
			&cli.StringFlag{Name: "about", Usage: "`WORDS` that all occur in what is said"},
			&cli.StringFlag{Name: "since", Usage: "published on `DATE` (2025-02-21, 2025-02 or 2025) or later"},
			&cli.StringFlag{Name: "until", Usage: "published on `DATE` or earlier"},
			typeChoice.flag("only what is quoted wholly, in part or not at all, by `TYPE`"),
			confidenceFlag(),
			&cli.IntFlag{Name: "limit", Usage: "at most `N`", DefaultText: "all"},
			quotesFormat.flag("print as `FORMAT`"),
			widthFlag(),
			databaseFlag(),
		},
		Action: func(c *cli.Context) error { return runQuotes(c, e) },
	}
}

func widthFlag() cli.Flag {
	return &cli.IntFlag{Name: "width", Usage: "wrap a table to `N` columns, 0 for not at all", DefaultText: "the terminal's; not at all into a file"}
}

// tableTerminal is where a table goes, as wide as --width says.
func tableTerminal(c *cli.Context, w io.Writer) terminal {
	t := terminalOf(w)
	if c.IsSet("width") {
		t.width = max(0, c.Int("width"))
	}
	return t
}

func runQuotes(c *cli.Context, e *env) (err error) {
	if err := noArguments(c, "--speaker"); err != nil {
		return err
	}
	q, err := queryOf(c)
	if err != nil {
		return err
	}
	format, err := quotesFormat.value(c)
	if err != nil {
		return err
	}
	db, err := store.OpenReadOnly(c.Context, c.Path("db"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	quotes := db.Quotes(c.Context, q)
	switch format {
	case "jsonl":
		return quotesJSON(e.stdout, quotes)
	case "csv":
		return quotesCSV(e.stdout, quotes)
	}
	return quotesTable(e, tableTerminal(c, e.stdout), quotes)
}

// queryOf reads the query out of the flags.
func queryOf(c *cli.Context) (q store.Query, err error) {
	q = store.Query{Speaker: c.String("speaker"), About: c.String("about"), MinConfidence: c.Float64("min-confidence"), Limit: c.Int("limit")}
	if c.IsSet("speaker") && store.Fold(q.Speaker) == "" {
		return q, &usageError{"--speaker needs a name"}
	}
	if _, err := confidence(c); err != nil {
		return q, err
	}
	if q.Limit < 0 {
		return q, &usageError{fmt.Sprintf("--limit %d is below 0", q.Limit)}
	}
	claimType, err := typeChoice.value(c)
	if err != nil {
		return q, err
	}
	q.Type = pipeline.ClaimType(claimType)
	if s := c.String("since"); s != "" {
		if q.Since, _, err = parseDate("since", s); err != nil {
			return q, err
		}
	}
	if s := c.String("until"); s != "" {
		if _, q.Until, err = parseDate("until", s); err != nil {
			return q, err
		}
	}
	if !q.Since.IsZero() && !q.Until.IsZero() && !q.Since.Before(q.Until) {
		return q, &usageError{fmt.Sprintf("--since %s is after --until %s", c.String("since"), c.String("until"))}
	}
	return q, nil
}

// A quoteRecord is one claim with its article, a line of --format jsonl.
type quoteRecord struct {
	claimRecord
	Text     string        `json:"text"`     // the content in one piece
	Sentence spanRecord    `json:"sentence"` // that it stands in
	Article  articleRecord `json:"article"`
}

type articleRecord struct {
	ID        string `json:"id"`
	Key       string `json:"key"`
	Title     string `json:"title"`
	Byline    string `json:"byline"`
	Outlet    string `json:"outlet"`
	Published string `json:"published"`
}

func quotesJSON(w io.Writer, quotes iter.Seq2[store.Quote, error]) error {
	enc := jsonLines(w)
	for q, err := range quotes {
		if err != nil {
			return err
		}
		a := articleRecord{q.Article.ID, q.Article.Key, q.Article.Title, q.Article.Byline, q.Article.Outlet, rfc3339(q.Article.Published)}
		sentence := spanRecord{q.Sentence.Start, q.Sentence.End, q.Sentence.Text}
		if err := enc.Encode(quoteRecord{claimRecordOf(q), q.Text, sentence, a}); err != nil {
			return err
		}
	}
	return nil
}

func quotesCSV(w io.Writer, quotes iter.Seq2[store.Quote, error]) error {
	out := csv.NewWriter(w)
	header := []string{"published", "speaker", "kind", "role", "type", "quote", "cue", "source", "sentence", "confidence", "title", "outlet", "article", "start", "end", "id"}
	if err := out.Write(header); err != nil {
		return err
	}
	for q, err := range quotes {
		if err != nil {
			return err
		}
		var s store.SpeakerRef
		if q.Speaker != nil {
			s = *q.Speaker
		}
		c := claimRecordOf(q)
		err := out.Write([]string{
			rfc3339(q.Article.Published), cell(s.Name), string(s.Kind), cell(s.Role), c.Type, cell(q.Text), cell(cueOf(c)), cell(joinSpans(c.Source)), cell(q.Sentence.Text),
			strconv.FormatFloat(c.Confidence, 'f', -1, 64), cell(q.Article.Title), cell(q.Article.Outlet), cell(q.Article.Key),
			strconv.Itoa(q.Content[0].Start), strconv.Itoa(q.Content[len(q.Content)-1].End), q.ID,
		})
		if err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// cell keeps a spreadsheet from running an article's words as a formula.
func cell(s string) string {
	if s != "" && (s[0] == '=' || s[0] == '+' || s[0] == '@' || s[0] == '\t' || s[0] == '\r' || s[0] == '-' && len(s) > 1) {
		return "'" + s
	}
	return s
}
