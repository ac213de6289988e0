package gold

import (
	"errors"
	"fmt"
)

// What can be wrong with a gold file, besides the errors of package io/fs.
var (
	ErrSyntax    = errors.New("malformed gold")
	ErrNotFound  = errors.New("not in the article")
	ErrAmbiguous = errors.New("not the only one in the article")
	ErrNoArticle = errors.New("no article beside it")
)

// An Error tells where a gold file, or the article it belongs to, is at
// fault.
type Error struct {
	File string
	Line int // from 1; 0 means the whole file
	Err  error
}

// Error prints "file:line: message", or "file: message" for a fault of the
// whole file.
func (e *Error) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %v", e.File, e.Err)
	}
	return fmt.Sprintf("%s:%d: %v", e.File, e.Line, e.Err)
}

func (e *Error) Unwrap() error { return e.Err }
