package brat

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// An Article is a text with its gold attributions.
type Article struct {
	Name         string // file name without .txt
	Path         string // of the text file
	Text         string // the file's content, unchanged
	Attributions []Attribution
}

// An Attribution is one event of an annotation file. Its spans stand in the
// order in which the event names them, and may be empty.
type Attribution struct {
	ID                   string // as in the file, "E12"
	Source, Cue, Content []pipeline.Span
}

// What can be wrong with a file, besides the errors of package io/fs.
var (
	ErrSyntax    = errors.New("malformed annotation")
	ErrRange     = errors.New("offsets outside the text")
	ErrEncoding  = errors.New("text is not UTF-8")
	ErrNoArticle = errors.New("no article in folder text")
)

// An Error tells where a file is at fault.
type Error struct {
	File string
	Line int // from 1; 0 means the whole file
	Err  error
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %v", e.File, e.Err)
	}
	return fmt.Sprintf("%s:%d: %v", e.File, e.Line, e.Err)
}

func (e *Error) Unwrap() error { return e.Err }

// ReadDir yields the articles of a corpus folder in the order of their names:
// dir/text/NAME.txt with dir/attributions/NAME_*.ann, of which the first in
// name order counts. An article without annotations has no attributions.
//
// What is wrong is yielded as (nil, *Error): an article that cannot be read
// is left out, a faulty line of an annotation file is passed over, and the
// article comes after the errors of its lines.
func ReadDir(dir string) iter.Seq2[*Article, error] {
	return func(yield func(*Article, error) bool) {
		texts, err := names(filepath.Join(dir, "text"), ".txt")
		if err == nil && len(texts) == 0 {
			err = ErrNoArticle
		}
		if err != nil {
			yield(nil, failure(filepath.Join(dir, "text"), err))
			return
		}
		// A corpus folder of plain text has no attributions at all.
		anns, err := names(filepath.Join(dir, "attributions"), ".ann")
		if err != nil && !errors.Is(err, fs.ErrNotExist) && !yield(nil, failure(filepath.Join(dir, "attributions"), err)) {
			return
		}
		for _, file := range texts {
			name := strings.TrimSuffix(file, ".txt")
			a, errs := read(dir, name, anns)
			for _, err := range errs {
				if !yield(nil, err) {
					return
				}
			}
			if a != nil && !yield(a, nil) {
				return
			}
		}
	}
}

// names lists the visible files of a folder with the given suffix.
func names(dir, suffix string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	var list []string
	for _, e := range entries {
		n := e.Name()
		if strings.HasSuffix(n, suffix) && n[0] != '.' {
			list = append(list, n)
		}
	}
	return list, err
}

func read(dir, name string, anns []string) (*Article, []error) {
	path := filepath.Join(dir, "text", name+".txt")
	text, err := os.ReadFile(path)
	if err == nil && !utf8.Valid(text) {
		err = ErrEncoding
	}
	if err != nil {
		return nil, []error{failure(path, err)}
	}
	a := &Article{Name: name, Path: path, Text: string(text)}
	i := slices.IndexFunc(anns, func(n string) bool { return strings.HasPrefix(n, name+"_") })
	if i < 0 {
		return a, nil
	}
	path = filepath.Join(dir, "attributions", anns[i])
	data, err := os.ReadFile(path)
	if err != nil {
		return a, []error{failure(path, err)}
	}
	var errs []error
	a.Attributions, errs = Parse(path, a.Text, string(data))
	return a, errs
}

func failure(file string, err error) *Error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return &Error{File: file, Err: err}
}
