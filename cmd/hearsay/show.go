package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/hearsay-nlp/hearsay/store"
)

func showCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:      "show",
		Usage:     "show an article of the database with its claims",
		ArgsUsage: "ARTICLE",
		Description: `ARTICLE is its path, the end of its path, or its id.

  hearsay show articles/2025/talks.txt
  hearsay show talks.txt
  hearsay show talks.txt --format html > talks.html`,
		Flags:  []cli.Flag{showFormat.flag("print as `FORMAT`"), databaseFlag()},
		Action: func(c *cli.Context) error { return runShow(c, e) },
	}
}

func runShow(c *cli.Context, e *env) (err error) {
	if c.Args().Len() != 1 {
		return &usageError{"show which article? Give one path, or the end of one" + helpHint(c)}
	}
	format, err := showFormat.value(c)
	if err != nil {
		return err
	}
	db, err := store.OpenReadOnly(c.Context, c.Path("db"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	a, err := db.Article(c.Context, c.Args().First())
	if err != nil {
		return err
	}
	out := bufio.NewWriter(e.stdout)
	switch format {
	case "jsonl":
		err = jsonLines(out).Encode(storedRecord(a))
	case "html":
		p := page{w: out}
		err = errors.Join(p.add(storedRecord(a)), p.close())
	default:
		err = showText(out, terminalOf(e.stdout), storedRecord(a))
	}
	return errors.Join(err, out.Flush())
}

// showText prints the article's text and then its claims.
func showText(w io.Writer, t terminal, r *record) error {
	for paragraph := range strings.SplitSeq(strings.ReplaceAll(r.Text, "\r\n", "\n"), "\n") {
		if _, err := fmt.Fprintln(w, t.wrap(oneLine(paragraph), "")); err != nil {
			return err
		}
	}
	if _, err := fmt.Fprint(w, "\n", t.paint(dim, "— claims —"), "\n\n"); err != nil {
		return err
	}
	return writeText(w, t, r)
}
