package corpus

import (
	"errors"
	"fmt"
)

// What can be wrong with an article, besides the errors of package io/fs for
// what does not exist or may not be read.
var (
	ErrBinary     = errors.New("not text but binary data")
	ErrEmpty      = errors.New("no text in it")
	ErrTooLarge   = errors.New("too large for an article")
	ErrEncoding   = errors.New("neither UTF-8, UTF-16 nor Windows-1252")
	ErrNoArticles = errors.New("folder without an article (.txt)")
)

// An Error tells which article could not be read and why.
type Error struct {
	File   string // path as given, "stdin" for standard input
	Record int    // number of the record in the file, from 1; 0 in a file without records
	Offset int64  // byte offset in the file at which the fault lies; 0 means the whole of it
	Err    error
}

// Error prints "file:offset: message", or "file: message" for a fault of the
// whole file.
func (e *Error) Error() string {
	place := e.File
	if e.Offset > 0 {
		place = fmt.Sprintf("%s:%d", place, e.Offset)
	}
	if e.Record > 0 {
		return fmt.Sprintf("%s: record %d: %v", place, e.Record, e.Err)
	}
	return fmt.Sprintf("%s: %v", place, e.Err)
}

func (e *Error) Unwrap() error { return e.Err }
