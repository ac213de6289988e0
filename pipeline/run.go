package pipeline

import (
	"context"
	"iter"
	"runtime"
	"sync"
)

// An Option changes how Run works.
type Option func(*runner)

// Workers sets how many documents are worked on at once; the default, and
// any n below 1, is one a core.
func Workers(n int) Option {
	return func(r *runner) {
		if n > 0 {
			r.workers = n
		}
	}
}

type runner struct {
	workers int
}

// Run takes every document of src through the stages, on all cores, and hands
// each to put in the order of src, one at a time. What fails (an error from
// src, a stage's error or panic) is handed to put as well, with the document
// if there is one, and the rest goes on.
//
// An error from put, or the end of ctx, stops the run and is returned; no
// document that put has not accepted is counted as done. At most a few
// documents a worker are held in memory: src is not read ahead of put.
func Run(ctx context.Context, src iter.Seq2[*Document, error], stages []Stage, put func(*Document, error) error, opts ...Option) error {
	if err := Validate(stages); err != nil {
		return err
	}
	r := runner{workers: runtime.GOMAXPROCS(0)}
	for _, o := range opts {
		o(&r)
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)

	// Jobs go to the workers and, in the same order, to the collector, whose
	// queue bounds how far reading may run ahead of put.
	todo := make(chan *job)
	order := make(chan *job, 2*r.workers)
	var wg sync.WaitGroup
	wg.Go(func() {
		defer close(order)
		defer close(todo)
		feed(ctx, src, todo, order)
	})
	for range r.workers {
		wg.Go(func() {
			for j := range todo {
				j.err = Apply(j.doc, stages)
				close(j.done)
			}
		})
	}

	err := collect(ctx, order, put)
	cancel(err)
	wg.Wait()
	return err
}

// A job is one document on its way; done is closed when doc and err are final.
type job struct {
	doc  *Document
	err  error
	done chan struct{}
}

// feed reads src until it ends or ctx does. It is src's only reader, so a
// source need not be safe for concurrent use.
func feed(ctx context.Context, src iter.Seq2[*Document, error], todo, order chan<- *job) {
	for doc, err := range src {
		j := &job{doc: doc, err: err, done: make(chan struct{})}
		select {
		case order <- j:
		case <-ctx.Done():
			return
		}
		if err != nil {
			close(j.done)
			continue
		}
		select {
		case todo <- j:
		case <-ctx.Done():
			return
		}
	}
}

func collect(ctx context.Context, order <-chan *job, put func(*Document, error) error) error {
	for {
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case j, ok := <-order:
			if !ok {
				return context.Cause(ctx)
			}
			select {
			case <-ctx.Done():
				return context.Cause(ctx)
			case <-j.done:
			}
			if err := put(j.doc, j.err); err != nil {
				return err
			}
		}
	}
}
