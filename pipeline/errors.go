package pipeline

import (
	"fmt"
	"runtime/debug"
)

// A StageError tells which stage failed on which document.
type StageError struct {
	Key   string // the document's key
	Stage string // the stage's name
	Err   error
	Stack []byte // of the panic, nil if the stage returned an error
}

func (e *StageError) Error() string {
	return fmt.Sprintf("%s: stage %s: %v", e.Key, e.Stage, e.Err)
}

func (e *StageError) Unwrap() error { return e.Err }

// apply runs one stage and turns a panic into an error, so that one bad
// document cannot take down a batch.
func apply(d *Document, s Stage) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &StageError{Key: d.Key, Stage: s.Name, Err: fmt.Errorf("panic: %v", r), Stack: debug.Stack()}
		}
	}()
	if err := s.Run(d); err != nil {
		return &StageError{Key: d.Key, Stage: s.Name, Err: err}
	}
	return nil
}
