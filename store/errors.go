package store

import (
	"errors"
	"fmt"
	"strings"
)

var (
	// ErrNoDatabase says that there is no file to read from.
	ErrNoDatabase = errors.New("no such database")
	// ErrForeign says that the file is not hearsay's: no database at all, or
	// another program's.
	ErrForeign = errors.New("not a hearsay database")
	// ErrNewer says that a later version of hearsay wrote the file.
	ErrNewer = errors.New("database was written by a newer version of hearsay")
	// ErrOlder says that the file must be migrated before it can be read.
	ErrOlder = errors.New("database was written by an older version of hearsay")
	// ErrNoWords says that a search has nothing in it to search for.
	ErrNoWords = errors.New("nothing to search for")
)

// A NotFoundError says that nothing goes by the name asked for.
type NotFoundError struct {
	What string   // "speaker" or "article"
	Name string   // as asked
	Near []string // names that come close, best first
}

func (e *NotFoundError) Error() string {
	msg := fmt.Sprintf("no %s %q", e.What, e.Name)
	if len(e.Near) > 0 {
		msg += "; did you mean " + strings.Join(e.Near, " or ") + "?"
	}
	return msg
}

// A Candidate is one of several answers to an ambiguous name.
type Candidate struct {
	Ref  string // what to ask for instead: "#12" for a speaker, a key for an article
	Name string
	Note string // what tells it from the others
}

// An AmbiguousError says that several speakers or articles go by a name.
type AmbiguousError struct {
	What       string // "speaker" or "article"
	Name       string // as asked
	Candidates []Candidate
	More       int // candidates left off
}

func (e *AmbiguousError) Error() string {
	return fmt.Sprintf("%d %ss go by %q", len(e.Candidates)+e.More, e.What, e.Name)
}
