package corpus

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// MaxSize is how many bytes an article file may have. What is larger is an
// archive or a mistake, and would be held in memory whole.
const MaxSize = 64 << 20

// Read reads the articles at the given paths: files, folders, or "-" for
// stdin. Of a folder it takes the .txt files, those in its subfolders among
// them, in lexical order; hidden files are skipped, and a link that leads
// back to a folder already on the way is not followed. A file that is named
// itself is taken whatever its extension.
//
// A document's key is its path, cleaned and with forward slashes; that of
// standard input is made of its content. What cannot be read is yielded as
// (nil, *Error), and the rest goes on. The end of ctx ends the sequence.
func Read(ctx context.Context, paths []string, stdin io.Reader) iter.Seq2[*pipeline.Document, error] {
	return func(yield func(*pipeline.Document, error) bool) {
		r := reader{stdin: stdin, limit: MaxSize}
		for _, p := range paths {
			for d, err := range r.read(p) {
				if ctx.Err() != nil || !yield(d, err) {
					return
				}
			}
			if ctx.Err() != nil {
				return
			}
		}
	}
}

type reader struct {
	stdin io.Reader
	limit int64
}

func (r reader) read(path string) iter.Seq2[*pipeline.Document, error] {
	return func(yield func(*pipeline.Document, error) bool) {
		if path == "-" {
			yield(r.standardInput())
			return
		}
		for file, err := range files(path) {
			if err != nil {
				if !yield(nil, failure(file, err)) {
					return
				}
				continue
			}
			if !yield(r.file(file)) {
				return
			}
		}
	}
}

func (r reader) standardInput() (*pipeline.Document, error) {
	if r.stdin == nil {
		return nil, failure("stdin", ErrEmpty)
	}
	data, err := r.all(r.stdin, 0)
	if err != nil {
		return nil, failure("stdin", err)
	}
	sum := sha256.Sum256(data)
	d, err := Parse("stdin:"+hex.EncodeToString(sum[:])[:12], data)
	if e, ok := errors.AsType[*Error](err); ok {
		e.File = "stdin"
	}
	return d, err
}

func (r reader) file(path string) (*pipeline.Document, error) {
	data, err := r.content(path)
	if err != nil {
		return nil, failure(path, err)
	}
	d, err := Parse(filepath.ToSlash(filepath.Clean(path)), data)
	if e, ok := errors.AsType[*Error](err); ok {
		e.File = path
	}
	return d, err
}

func (r reader) content(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	return r.all(f, info.Size())
}

// all reads from src to its end. Size is what it promises to hold, 0 if it
// promises nothing.
func (r reader) all(src io.Reader, size int64) ([]byte, error) {
	if size > r.limit {
		return nil, fmt.Errorf("%w: %d bytes, the limit is %d", ErrTooLarge, size, r.limit)
	}
	var b bytes.Buffer
	b.Grow(int(size) + bytes.MinRead)
	n, err := b.ReadFrom(io.LimitReader(src, r.limit+1))
	if err != nil {
		return nil, err
	}
	if n > r.limit {
		return nil, fmt.Errorf("%w: the limit is %d bytes", ErrTooLarge, r.limit)
	}
	return b.Bytes(), nil
}

// failure is an Error that names the file once: the path in an error of the
// operating system would repeat it.
func failure(file string, err error) *Error {
	if pe, ok := errors.AsType[*fs.PathError](err); ok {
		err = pe.Err
	}
	return &Error{File: file, Err: err}
}
