package main

import (
	"errors"
	"fmt"
	"iter"
	"sync"

	"github.com/urfave/cli/v2"

	"github.com/hearsay-nlp/hearsay/corpus"
	"github.com/hearsay-nlp/hearsay/corpus/brat"
	"github.com/hearsay-nlp/hearsay/corpus/eval"
	"github.com/hearsay-nlp/hearsay/extract"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

func evalCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:  "eval",
		Usage: "measure hearsay against articles that people annotated",
		Description: `The folder holds text/NAME.txt and attributions/NAME_*.ann in brat's form.

  hearsay eval --gold polnear/dev
  hearsay eval --gold polnear/dev --errors | less    what it missed or made up
  hearsay eval --gold polnear/dev --speakers dev.tsv   names as well`,
		Flags: []cli.Flag{
			&cli.PathFlag{Name: "gold", Usage: "the annotated `FOLDER`"},
			&cli.PathFlag{Name: "speakers", Usage: "a table `FILE` of who each source is: article, event, name and kind between tabs"},
			&cli.BoolFlag{Name: "errors", Usage: "list the missed and the spurious claims in their sentences"},
			jobsFlag(),
		},
		Action: func(c *cli.Context) error { return runEval(c, e) },
	}
}

// errOffsets says that the text as read is not that which was annotated.
var errOffsets = errors.New("the text differs from the annotated one, perhaps by a byte order mark")

func runEval(c *cli.Context, e *env) error {
	if err := noArguments(c, "--gold"); err != nil {
		return err
	}
	if c.Path("gold") == "" {
		return &usageError{"eval needs --gold FOLDER" + helpHint(c)}
	}
	jobs, err := workers(c.Int("jobs"))
	if err != nil {
		return err
	}
	var names eval.Speakers
	if path := c.Path("speakers"); path != "" {
		if names, err = eval.ReadSpeakers(path); err != nil {
			return err
		}
	}
	var (
		failed   = failures{stderr: e.stderr}
		claims   = eval.Scores{KeepMistakes: c.Bool("errors")}
		speakers eval.SpeakerScores
		gold     goldArticles
	)
	err = pipeline.Run(c.Context, gold.read(c.Path("gold")), extract.Stages(), func(d *pipeline.Document, err error) error {
		if d == nil {
			failed.add(err)
			return nil
		}
		a := gold.take(d)
		if err != nil {
			// It counts as one in which nothing was found.
			failed.add(err)
			d.Claims = nil
		}
		want, got := eval.Gold(a.Attributions), eval.Predicted(d)
		claims.Add(a.Name, a.Text, want, got)
		if names != nil {
			speakers.Add(names, a.Name, a.Text, want, got)
		}
		return nil
	}, jobs)
	if err != nil {
		return err
	}
	if err := claims.Report().WriteText(e.stdout); err != nil {
		return err
	}
	if names != nil {
		if _, err := fmt.Fprintln(e.stdout); err != nil {
			return err
		}
		if err := speakers.WriteText(e.stdout); err != nil {
			return err
		}
	}
	if c.Bool("errors") {
		if _, err := fmt.Fprintln(e.stdout); err != nil {
			return err
		}
		err := claims.WriteErrors(e.stdout)
		if names != nil {
			err = errors.Join(err, speakers.WriteErrors(e.stdout))
		}
		if err != nil {
			return err
		}
	}
	return failed.err()
}

// goldArticles takes the gold of each article past the stages, from the
// reader's goroutine to the collector's.
type goldArticles struct {
	byID sync.Map // document id to *brat.Article
}

// read gives the articles of a corpus folder as they are in real use, with
// title and date told from the text.
func (g *goldArticles) read(dir string) iter.Seq2[*pipeline.Document, error] {
	return func(yield func(*pipeline.Document, error) bool) {
		for a, err := range brat.ReadDir(dir) {
			var d *pipeline.Document
			if err == nil {
				d, err = corpus.Parse(a.Path, []byte(a.Text))
			}
			if err == nil && d.Text != a.Text {
				d, err = nil, fmt.Errorf("%s: %w", a.Path, errOffsets)
			}
			if err == nil {
				g.byID.Store(d.ID, a)
			}
			if !yield(d, err) {
				return
			}
		}
	}
}

// take gives the gold of a document, once.
func (g *goldArticles) take(d *pipeline.Document) *brat.Article {
	a, _ := g.byID.LoadAndDelete(d.ID)
	return a.(*brat.Article)
}
