package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/urfave/cli/v2"

	"github.com/hearsay-nlp/hearsay/pipeline"
	"github.com/hearsay-nlp/hearsay/store"
)

// manySpeakers is how many are listed unless more are asked for.
const manySpeakers = 50

func speakersCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:      "speakers",
		Usage:     "list who is quoted, most quoted first, or all who go by a name",
		ArgsUsage: "[NAME]",
		Description: `  hearsay speakers                 the most quoted
  hearsay speakers clinton         everybody called so, with roles and dates
  hearsay speakers --format csv --limit 0 > all.csv

The number, such as #12, stands for the speaker in other commands.`,
		Flags: []cli.Flag{
			&cli.IntFlag{Name: "limit", Value: manySpeakers, Usage: "at most `N`, 0 for all"},
			speakersFormat.flag("print as `FORMAT`"),
			widthFlag(),
			databaseFlag(),
		},
		Action: func(c *cli.Context) error { return runSpeakers(c, e) },
	}
}

func runSpeakers(c *cli.Context, e *env) (err error) {
	format, err := speakersFormat.value(c)
	if err != nil {
		return err
	}
	limit := c.Int("limit")
	if limit < 0 {
		return &usageError{fmt.Sprintf("--limit %d is below 0", limit)}
	}
	db, err := store.OpenReadOnly(c.Context, c.Path("db"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	list, err := db.Speakers(c.Context, strings.Join(c.Args().Slice(), " "), limit)
	if err != nil {
		return err
	}
	switch format {
	case "jsonl":
		return speakersJSON(e.stdout, list)
	case "csv":
		return speakersCSV(e.stdout, list)
	}
	if len(list) == 0 {
		_, err := fmt.Fprintln(e.stderr, "nobody is quoted yet: hearsay ingest reads articles")
		return err
	}
	brief := 3
	if c.Args().Present() {
		brief = math.MaxInt
	}
	if err := speakersTable(e.stdout, tableTerminal(c, e.stdout), list, brief); err != nil {
		return err
	}
	if len(list) == limit {
		_, err = fmt.Fprintf(e.stderr, "The first %d; --limit 0 lists all.\n", limit)
	}
	return err
}

// speakersTable lists speakers with at most so many roles and so many other
// names of each.
func speakersTable(out io.Writer, t terminal, list []store.Speaker, brief int) error {
	w := newTable(t)
	wide := t.width == 0 || t.width >= wideEnough
	if wide {
		w.AppendHeader(headerRow(t, "", "speaker", "kind", "said", "direct", "mixed", "indirect", "articles", "dates", "roles and other names"))
		columns(w, t, 0, max(18, t.width/6), 0, 0, 0, 0, 0, 0, 10, max(20, t.width-max(18, t.width/6)-75))
	} else {
		w.AppendHeader(headerRow(t, "", "speaker", "said", "dates", "roles and other names"))
		columns(w, t, 0, max(14, t.width/4), 12, 10, max(16, t.width-t.width/4-6-14-12-2))
	}
	for _, s := range list {
		id, name := t.paint(dim, fmt.Sprintf("#%d", s.ID)), t.paint(cyan, oneLine(s.Name))
		notes := t.lines("; ", listOf("", s.Roles, brief), t.paint(dim, listOf("also ", s.Aliases, brief)))
		dates := t.dates(s.First, s.Last)
		if wide {
			w.AppendRow(table.Row{id, name, s.Kind, s.Claims, s.ByType[pipeline.Direct], s.ByType[pipeline.Mixed], s.ByType[pipeline.Indirect], s.Articles, dates, notes})
			continue
		}
		said := fmt.Sprint(s.Claims)
		for _, kind := range []pipeline.ClaimType{pipeline.Direct, pipeline.Mixed, pipeline.Indirect} {
			if n := s.ByType[kind]; n > 0 {
				said += fmt.Sprintf("\n%d %s", n, kind)
			}
		}
		w.AppendRow(table.Row{id, t.lines(", ", name, string(s.Kind)), said, dates, notes})
	}
	return render(out, w)
}

// listOf strings together the first of some names.
func listOf(prefix string, names []string, brief int) string {
	if len(names) == 0 {
		return ""
	}
	shown := names[:min(len(names), brief)]
	s := oneLine(prefix + strings.Join(shown, "; "))
	if len(shown) < len(names) {
		s += " …"
	}
	return s
}

// dates is the time from first to last statement.
func (t terminal) dates(first, last time.Time) string {
	from, to := day(first), day(last)
	if from == to {
		return from
	}
	if t.width > 0 {
		return from + "\n" + to
	}
	return from + " to " + to
}

func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

// A speakerSummary is one line of --format jsonl.
type speakerSummary struct {
	ID       int64    `json:"id"`
	Name     string   `json:"name"`
	Kind     string   `json:"kind"`
	Aliases  []string `json:"aliases"`
	Roles    []string `json:"roles"`
	Claims   int      `json:"claims"`
	Direct   int      `json:"direct"`
	Mixed    int      `json:"mixed"`
	Indirect int      `json:"indirect"`
	Articles int      `json:"articles"`
	First    string   `json:"first"` // RFC 3339, "" if no article is dated
	Last     string   `json:"last"`
}

func summaryOf(s store.Speaker) speakerSummary {
	return speakerSummary{
		s.ID, s.Name, string(s.Kind), append([]string{}, s.Aliases...), append([]string{}, s.Roles...),
		s.Claims, s.ByType[pipeline.Direct], s.ByType[pipeline.Mixed], s.ByType[pipeline.Indirect], s.Articles, rfc3339(s.First), rfc3339(s.Last),
	}
}

func speakersJSON(w io.Writer, list []store.Speaker) error {
	enc := jsonLines(w)
	for _, s := range list {
		if err := enc.Encode(summaryOf(s)); err != nil {
			return err
		}
	}
	return nil
}

func speakersCSV(w io.Writer, list []store.Speaker) error {
	out := csv.NewWriter(w)
	if err := out.Write([]string{"id", "name", "kind", "claims", "direct", "mixed", "indirect", "articles", "first", "last", "roles", "aliases"}); err != nil {
		return err
	}
	for _, l := range list {
		s := summaryOf(l)
		if err := out.Write([]string{
			strconv.FormatInt(s.ID, 10), cell(s.Name), s.Kind, strconv.Itoa(s.Claims), strconv.Itoa(s.Direct), strconv.Itoa(s.Mixed), strconv.Itoa(s.Indirect),
			strconv.Itoa(s.Articles), s.First, s.Last, cell(strings.Join(s.Roles, "; ")), cell(strings.Join(s.Aliases, "; ")),
		}); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
