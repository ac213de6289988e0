package main

import (
	"fmt"
	"io"
	"iter"
	"path"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"github.com/hearsay-nlp/hearsay/pipeline"
	"github.com/hearsay-nlp/hearsay/store"
)

// wideEnough is the width from which each fact has a column of its own.
const wideEnough = 100

// newTable gives a table of bare columns; rules between rows help where cells
// are wrapped and hinder where lines are cut up by other programs.
func newTable(t terminal) table.Writer {
	w := table.NewWriter()
	style := table.StyleLight
	style.Options = table.Options{SeparateHeader: t.width > 0, SeparateRows: t.width > 0}
	style.Box.PaddingLeft, style.Box.PaddingRight = "", "  "
	style.Format.Header = text.FormatDefault
	w.SetStyle(style)
	w.SuppressTrailingSpaces()
	return w
}

// columns sets how wide each column may be; 0 is as wide as it needs.
func columns(w table.Writer, t terminal, widths ...int) {
	configs := make([]table.ColumnConfig, len(widths))
	for i, n := range widths {
		configs[i] = table.ColumnConfig{Number: i + 1}
		if t.width > 0 && n > 0 {
			configs[i].WidthMax, configs[i].WidthMaxEnforcer = n, fit
		}
	}
	w.SetColumnConfigs(configs)
}

// quotesTable prints quotes with what is needed to judge and find them: a
// column for each fact if there is room, else the facts below one another
// beside the quote.
func quotesTable(e *env, t terminal, quotes iter.Seq2[store.Quote, error]) error {
	wide := t.width == 0 || t.width >= wideEnough
	w := newTable(t)
	if wide {
		w.AppendHeader(headerRow(t, "quote", "type", "date", "speaker", "article"))
		who := max(18, t.width/6)
		columns(w, t, t.width-2*who-8-10-5*2, 8, 10, who, who)
	} else {
		w.AppendHeader(headerRow(t, "quote", "who, when, where"))
		facts := max(16, t.width/3)
		columns(w, t, max(20, t.width-facts-2*2), facts)
	}
	n, above := 0, ""
	for q, err := range quotes {
		if err != nil {
			return err
		}
		n++
		if q.Article.Key == above && t.width > 0 {
			q.Article.Title = "" // it stands in the row above
		}
		above = q.Article.Key
		if wide {
			w.AppendRow(table.Row{oneLine(q.Text), t.typeCell(q), dateOf(q), t.speakerCell(q), t.articleCell(q)})
			continue
		}
		facts := t.typeCell(q)
		if d := dateOf(q); d != "" {
			facts += ", " + d
		}
		w.AppendRow(table.Row{oneLine(q.Text), t.speakerCell(q) + "\n" + facts + "\n" + t.articleCell(q)})
	}
	if n == 0 {
		_, err := fmt.Fprintln(e.stderr, "nothing found")
		return err
	}
	return render(e.stdout, w)
}

func headerRow(t terminal, names ...string) table.Row {
	row := make(table.Row, len(names))
	for i, n := range names {
		row[i] = t.paint(bold, n)
	}
	return row
}

func render(w io.Writer, t table.Writer) error {
	_, err := fmt.Fprintln(w, t.Render())
	return err
}

func dateOf(q store.Quote) string {
	if q.Article.Published.IsZero() {
		return ""
	}
	return q.Article.Published.Format("2006-01-02")
}

// lines stacks facts where cells are wrapped, and strings them together with
// sep where one line is one row.
func (t terminal) lines(sep string, facts ...string) string {
	if t.width > 0 {
		sep = "\n"
	}
	var have []string
	for _, f := range facts {
		if f != "" {
			have = append(have, f)
		}
	}
	return strings.Join(have, sep)
}

func (t terminal) speakerCell(q store.Quote) string {
	if q.Speaker == nil {
		return t.paint(dim, "(nobody named)")
	}
	return t.lines(", ", t.paint(cyan, oneLine(q.Speaker.Name)), oneLine(q.Speaker.Role))
}

// typeCell has words in quotation marks stand out.
func (t terminal) typeCell(q store.Quote) string {
	switch q.Type {
	case pipeline.Direct:
		return t.paint(green, string(q.Type))
	case pipeline.Mixed:
		return t.paint(yellow, string(q.Type))
	}
	return string(q.Type)
}

// articleCell names the article by its title and by what hearsay show finds
// it by.
func (t terminal) articleCell(q store.Quote) string {
	title, file := oneLine(q.Article.Title), oneLine(path.Base(q.Article.Key))
	switch {
	case title == "":
		return t.paint(dim, file)
	case t.width == 0:
		return title + " (" + file + ")"
	}
	return title + "\n" + t.paint(dim, file)
}
