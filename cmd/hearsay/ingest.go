package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"sync/atomic"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/hearsay-nlp/hearsay/corpus"
	"github.com/hearsay-nlp/hearsay/extract"
	"github.com/hearsay-nlp/hearsay/pipeline"
	"github.com/hearsay-nlp/hearsay/store"
)

// batchSize is how many articles go into one transaction: enough that its
// cost does not count, few enough that losing one does not hurt.
const batchSize = 64

func ingestCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:      "ingest",
		Usage:     "read articles into the database",
		ArgsUsage: "PATH…",
		Description: `PATH is an article, a folder of .txt articles, or - for standard input.

  hearsay ingest articles/                     into hearsay.db in this folder
  hearsay ingest --db election.db articles/    into a database of its own

An article that is in the database already, unchanged, is skipped; one that
changed has its claims replaced. So the same command again finishes what was
interrupted, and does no harm.`,
		Flags:  []cli.Flag{databaseFlag(), confidenceFlag(), jobsFlag()},
		Action: func(c *cli.Context) error { return runIngest(c, e) },
	}
}

func databaseFlag() cli.Flag {
	return &cli.PathFlag{Name: "db", Value: "hearsay.db", EnvVars: []string{"HEARSAY_DB"}, Usage: "the database `FILE`"}
}

func runIngest(c *cli.Context, e *env) (err error) {
	in, err := paths(c)
	if err != nil {
		return err
	}
	jobs, err := workers(c.Int("jobs"))
	if err != nil {
		return err
	}
	least, err := confidence(c)
	if err != nil {
		return err
	}
	// With another threshold the same article gives other claims.
	extractor := fmt.Sprintf("%s from %v", extract.Version, least)
	db, err := store.Open(c.Context, c.Path("db"), store.Extractor(extractor))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()

	n := &ingestion{db: db, failed: failures{stderr: e.stderr}, progress: progress{w: e.stderr, on: terminalOf(e.stderr).width > 0}}
	err = pipeline.Run(c.Context, n.unknown(c.Context, corpus.Read(c.Context, in, e.stdin)), extract.StagesFrom(least), func(d *pipeline.Document, err error) error {
		return n.add(c.Context, d, err)
	}, jobs)
	// What is extracted is kept, also when the user interrupts.
	err = errors.Join(err, n.flush(context.WithoutCancel(c.Context)))
	n.progress.clear()
	_, _ = fmt.Fprintln(e.stderr, n.summary())
	if err != nil {
		return err
	}
	return n.failed.err()
}

// An ingestion gathers extracted articles into batches and counts them.
type ingestion struct {
	db       *store.DB
	batch    []*pipeline.Document
	result   store.PutResult
	skipped  atomic.Int64 // unchanged, and so not extracted; counted by the reader
	failed   failures
	progress progress
}

// unknown passes on what the store does not hold yet.
func (n *ingestion) unknown(ctx context.Context, docs iter.Seq2[*pipeline.Document, error]) iter.Seq2[*pipeline.Document, error] {
	return func(yield func(*pipeline.Document, error) bool) {
		for d, err := range docs {
			if err == nil {
				var holds bool
				if holds, err = n.db.Holds(ctx, d); holds {
					n.skipped.Add(1)
					continue
				}
			}
			if !yield(d, err) {
				return
			}
		}
	}
}

func (n *ingestion) add(ctx context.Context, d *pipeline.Document, err error) error {
	if err == nil {
		// One bad document must not fail the batch it would be in.
		err = d.Check()
	}
	if err != nil {
		n.progress.clear()
		n.failed.add(err)
		return nil
	}
	n.batch = append(n.batch, d)
	n.progress.show(n)
	if len(n.batch) < batchSize {
		return nil
	}
	return n.flush(ctx)
}

func (n *ingestion) flush(ctx context.Context) error {
	if len(n.batch) == 0 {
		return nil
	}
	r, err := n.db.Put(ctx, n.batch)
	if err != nil {
		return err
	}
	n.result.Add(r)
	n.batch = n.batch[:0]
	return nil
}

func (n *ingestion) summary() string {
	s := fmt.Sprintf("%d new, %d changed, %d unchanged", n.result.New, n.result.Changed, n.result.Unchanged+int(n.skipped.Load()))
	if n.failed.n > 0 {
		s += fmt.Sprintf(", %d failed", n.failed.n)
	}
	return "articles: " + s + "; claims: " + fmt.Sprint(n.result.Claims)
}

// progress keeps one line on a terminal up to date.
type progress struct {
	w    io.Writer
	on   bool
	last time.Time
}

func (p *progress) show(n *ingestion) {
	if !p.on || time.Since(p.last) < 100*time.Millisecond {
		return
	}
	p.last = time.Now()
	done := n.result.New + n.result.Changed + n.result.Unchanged + len(n.batch) + int(n.skipped.Load())
	_, _ = fmt.Fprintf(p.w, "\r\x1b[K%s, %s", count(done, "article"), count(n.result.Claims, "claim"))
}

func (p *progress) clear() {
	if p.on && !p.last.IsZero() {
		_, _ = fmt.Fprint(p.w, "\r\x1b[K")
	}
}
