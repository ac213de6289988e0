package pipeline_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// documents yields n documents with keys "0", "1", …; every seventh is a
// failure of the source.
func documents(n int) iter.Seq2[*pipeline.Document, error] {
	return func(yield func(*pipeline.Document, error) bool) {
		for i := range n {
			if i%7 == 6 {
				if !yield(nil, fmt.Errorf("source %d", i)) {
					return
				}
				continue
			}
			if !yield(pipeline.New(fmt.Sprint(i), "text"), nil) {
				return
			}
		}
	}
}

var errFifth = errors.New("no fives")

// fussy panics on keys that end in 3, refuses those that end in 5, and takes
// longer for some than for others.
var fussy = []pipeline.Stage{{
	Name: "fussy", Doc: "is hard to please", Provides: pipeline.Tokens,
	Run: func(d *pipeline.Document) error {
		switch d.Key[len(d.Key)-1] {
		case '3':
			panic("three")
		case '5':
			return errFifth
		case '0':
			time.Sleep(2 * time.Millisecond)
		}
		return nil
	},
}}

func TestRunKeepsOrderAndContainsFailures(t *testing.T) {
	for _, workers := range []int{1, 2, 8} {
		t.Run(fmt.Sprint(workers), func(t *testing.T) {
			const n = 100
			i := 0
			err := pipeline.Run(context.Background(), documents(n), fussy, func(d *pipeline.Document, err error) error {
				key := fmt.Sprint(i)
				var stage *pipeline.StageError
				switch {
				case i%7 == 6:
					if d != nil || err == nil || err.Error() != "source "+key {
						t.Errorf("item %d: got %v, %v; want the source's own error", i, d, err)
					}
				case strings.HasSuffix(key, "3"):
					if !errors.As(err, &stage) || stage.Key != key || stage.Stage != "fussy" || len(stage.Stack) == 0 {
						t.Errorf("item %d: got %v; want a contained panic with its stack", i, err)
					}
				case strings.HasSuffix(key, "5"):
					if !errors.Is(err, errFifth) {
						t.Errorf("item %d: got %v, want %v", i, err, errFifth)
					}
				case err != nil || d.Key != key:
					t.Errorf("item %d: got %v, %v", i, d, err)
				}
				i++
				return nil
			}, pipeline.Workers(workers))
			if err != nil || i != n {
				t.Errorf("Run = %v after %d of %d", err, i, n)
			}
		})
	}
}

func TestRunStopsWhenPutDoes(t *testing.T) {
	full := errors.New("disk full")
	n := 0
	err := pipeline.Run(context.Background(), documents(1000), fussy, func(*pipeline.Document, error) error {
		if n++; n == 10 {
			return full
		}
		return nil
	})
	if !errors.Is(err, full) || n != 10 {
		t.Errorf("Run = %v after %d calls, want %v after 10", err, n, full)
	}
}

func TestRunStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	n := 0
	err := pipeline.Run(ctx, documents(100000), fussy, func(*pipeline.Document, error) error {
		if n++; n == 10 {
			cancel()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) || n > 11 {
		t.Errorf("Run = %v after %d calls, want %v soon after 10", err, n, context.Canceled)
	}
}

func TestRunDoesNotReadFarAhead(t *testing.T) {
	const workers = 2
	var read atomic.Int64
	src := func(yield func(*pipeline.Document, error) bool) {
		for d, err := range documents(500) {
			read.Add(1)
			if !yield(d, err) {
				return
			}
		}
	}
	put := int64(0)
	err := pipeline.Run(context.Background(), src, fussy, func(*pipeline.Document, error) error {
		put++
		time.Sleep(100 * time.Microsecond)
		if ahead := read.Load() - put; ahead > 4*workers {
			t.Errorf("%d documents read ahead of put, with %d workers", ahead, workers)
		}
		return nil
	}, pipeline.Workers(workers))
	if err != nil {
		t.Fatal(err)
	}
}

func TestRunRefusesBadStages(t *testing.T) {
	err := pipeline.Run(context.Background(), documents(1), []pipeline.Stage{{Name: "x"}}, nil)
	if !errors.Is(err, pipeline.ErrStages) {
		t.Errorf("Run = %v, want %v", err, pipeline.ErrStages)
	}
}

func Example() {
	upper := pipeline.Stage{
		Name: "word", Doc: "takes the first four bytes for a word", Provides: pipeline.Tokens,
		Run: func(d *pipeline.Document) error {
			d.Tokens = []pipeline.Token{{Span: pipeline.Span{Start: 0, End: 4}}}
			return nil
		},
	}
	src := func(yield func(*pipeline.Document, error) bool) {
		yield(pipeline.New("a.txt", "Rain fell."), nil)
	}
	err := pipeline.Run(context.Background(), src, []pipeline.Stage{upper}, func(d *pipeline.Document, err error) error {
		fmt.Println(d.Key, d.Slice(d.Tokens[0].Span), err)
		return nil
	})
	fmt.Println(err)
	// Output:
	// a.txt Rain <nil>
	// <nil>
}
