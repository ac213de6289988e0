package gold

import (
	"errors"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/corpus"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

// An Article is a text with its gold claims.
type Article struct {
	Name     string // file name without .txt
	Document *pipeline.Document
	Claims   []Claim
}

// ReadDir yields the articles of a folder in the order of their names:
// NAME.txt, in any encoding that package corpus reads, with NAME.gold beside
// it. An article without gold is at fault, and so is gold without an article:
// both are more likely forgotten than meant.
//
// What is wrong is yielded as (nil, error), and the rest goes on.
func ReadDir(dir string) iter.Seq2[*Article, error] {
	return func(yield func(*Article, error) bool) {
		entries, err := os.ReadDir(dir)
		if err != nil {
			yield(nil, failure(dir, err))
			return
		}
		names, err := pairs(dir, entries)
		for _, name := range names {
			if !yield(read(filepath.Join(dir, name))) {
				return
			}
		}
		if err != nil {
			yield(nil, err)
		}
	}
}

// pairs lists the articles among the files of a folder. The error joins the
// gold files that have none.
func pairs(dir string, entries []os.DirEntry) ([]string, error) {
	const article, annotation = ".txt", ".gold"
	var names []string
	for _, e := range entries {
		if name, ok := strings.CutSuffix(e.Name(), article); ok {
			names = append(names, name)
		}
	}
	var orphans []error
	for _, e := range entries {
		if name, ok := strings.CutSuffix(e.Name(), annotation); ok && !slices.Contains(names, name) {
			orphans = append(orphans, &Error{File: filepath.Join(dir, e.Name()), Err: ErrNoArticle})
		}
	}
	return names, errors.Join(orphans...)
}

// read reads an article and its gold; path is that of both without extension.
func read(path string) (*Article, error) {
	data, err := os.ReadFile(path + ".txt")
	if err != nil {
		return nil, failure(path+".txt", err)
	}
	annotation, err := os.ReadFile(path + ".gold")
	if err != nil {
		return nil, failure(path+".gold", err)
	}
	d, err := corpus.Parse(filepath.ToSlash(path+".txt"), data)
	if err != nil {
		return nil, err
	}
	claims, err := Read(d.Text, annotation, path+".gold")
	if err != nil {
		return nil, err
	}
	return &Article{Name: filepath.Base(path), Document: d, Claims: claims}, nil
}

// failure is an Error that names the file once: the path in an error of the
// operating system would repeat it.
func failure(file string, err error) *Error {
	if pe, ok := errors.AsType[*fs.PathError](err); ok {
		err = pe.Err
	}
	return &Error{File: file, Err: err}
}
