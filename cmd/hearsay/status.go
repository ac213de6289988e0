package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"

	"github.com/hearsay-nlp/hearsay/pipeline"
	"github.com/hearsay-nlp/hearsay/store"
)

// The exit statuses.
const (
	statusFailed      = 1 // some documents failed, or the work could not be done
	statusUsage       = 2 // wrong usage, or a name that several go by
	statusInterrupted = 130
)

// A usageError says what is wrong with the command line, and what would be
// right.
type usageError struct{ msg string }

func (e *usageError) Error() string { return e.msg }

// A failedError counts documents that failed; each was named on its own.
type failedError struct{ n int }

func (e *failedError) Error() string {
	return count(e.n, "document") + " failed"
}

// exitStatus tells the user of err and gives the status to exit with.
func exitStatus(err error, stderr io.Writer) int {
	if err == nil {
		return 0
	}
	if errors.Is(err, context.Canceled) {
		report(stderr, errors.New("interrupted"))
		return statusInterrupted
	}
	var (
		usage     *usageError
		ambiguous *store.AmbiguousError
		missing   *store.NotFoundError
	)
	switch {
	case errors.As(err, &ambiguous):
		report(stderr, ambiguous)
		listCandidates(stderr, ambiguous)
		return statusUsage
	case errors.As(err, &missing):
		report(stderr, missing)
		return statusFailed
	case errors.As(err, &usage), errors.Is(err, store.ErrNoWords):
		report(stderr, err)
		return statusUsage
	}
	report(stderr, err)
	return statusFailed
}

// report names an error on standard error. What is wrong with standard error
// itself cannot be told anywhere.
func report(stderr io.Writer, err error) {
	_, _ = fmt.Fprintf(stderr, "hearsay: %v\n", err)
}

func listCandidates(stderr io.Writer, e *store.AmbiguousError) {
	hint := "--speaker '" + e.Candidates[0].Ref + "'"
	if e.What == "article" {
		hint = "the whole path"
	}
	_, _ = fmt.Fprintf(stderr, "Say which one, such as %s:\n", hint)
	for _, c := range e.Candidates {
		line := fmt.Sprintf("  %-6s %s", c.Ref, oneLine(c.Name))
		if c.Note != "" {
			line += " (" + oneLine(c.Note) + ")"
		}
		_, _ = fmt.Fprintln(stderr, line)
	}
	if e.More > 0 {
		_, _ = fmt.Fprintf(stderr, "  … and %d more\n", e.More)
	}
}

// failures names documents that failed as they come and counts them.
type failures struct {
	stderr io.Writer
	n      int
}

func (f *failures) add(err error) {
	f.n++
	report(f.stderr, err)
}

// err is a *failedError if anything failed.
func (f *failures) err() error {
	if f.n == 0 {
		return nil
	}
	return &failedError{f.n}
}

// workers gives the pipeline's option for --jobs.
func workers(jobs int) (pipeline.Option, error) {
	if jobs < 0 {
		return nil, &usageError{fmt.Sprintf("--jobs %d: give how many articles to work on at once, such as --jobs %d", jobs, runtime.NumCPU())}
	}
	return pipeline.Workers(jobs), nil
}
