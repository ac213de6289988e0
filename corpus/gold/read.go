package gold

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// A Claim is one attribution that an article makes.
type Claim struct {
	Line    int // where its block begins in the gold file, from 1
	Type    pipeline.ClaimType
	Source  []pipeline.Span // in text order, like Cue and Content
	Cue     []pipeline.Span
	Content []pipeline.Span // never empty
	Speaker string          // canonical name, "" if nobody can be named
	Kind    pipeline.SpeakerKind
	Role    string // as the article words it, "" if none
}

// Read reads the claims of a gold file whose article is text. Name is what
// errors call the file. A faulty file gives no claims but all its faults,
// each an *Error, joined.
func Read(text string, goldFile []byte, name string) ([]Claim, error) {
	r := reader{text: text, file: name}
	for i, l := range strings.Split(string(goldFile), "\n") {
		r.line(i+1, strings.TrimSuffix(l, "\r"))
	}
	r.end()
	if r.faults != nil {
		return nil, errors.Join(r.faults...)
	}
	return r.claims, nil
}

// A reader takes a gold file line by line.
type reader struct {
	text, file string
	claims     []Claim
	faults     []error

	claim *Claim         // the claim it is in, nil between blocks
	seen  map[string]int // lines of each field of claim
}

func (r *reader) fault(line int, err error) {
	r.faults = append(r.faults, &Error{File: r.file, Line: line, Err: err})
}

func (r *reader) line(n int, l string) {
	switch {
	case strings.HasPrefix(l, "#"):
		return
	case strings.TrimSpace(l) == "":
		r.end()
		return
	case r.claim == nil:
		r.claim, r.seen = &Claim{Line: n}, map[string]int{}
	}
	if err := r.field(l); err != nil {
		r.fault(n, err)
	}
}

// field takes a line of a block.
func (r *reader) field(l string) error {
	name, value, ok := strings.Cut(l, ": ")
	if !ok || value == "" {
		return fmt.Errorf("%w: %q is not a field and its value", ErrSyntax, l)
	}
	r.seen[name]++
	switch name {
	case "type":
		return r.claim.setType(value)
	case "speaker":
		return r.claim.setSpeaker(value)
	case "source":
		return r.span(&r.claim.Source, value)
	case "cue":
		return r.span(&r.claim.Cue, value)
	case "content":
		return r.span(&r.claim.Content, value)
	}
	return fmt.Errorf("%w: unknown field %q", ErrSyntax, name)
}

// end finishes the claim that r is in.
func (r *reader) end() {
	if r.claim == nil {
		return
	}
	c := *r.claim
	r.claim = nil
	for _, field := range [...]string{"type", "speaker"} {
		if n := r.seen[field]; n != 1 {
			r.fault(c.Line, fmt.Errorf("%w: %d lines of %s, not 1", ErrSyntax, n, field))
		}
	}
	if r.seen["content"] == 0 {
		r.fault(c.Line, fmt.Errorf("%w: no content", ErrSyntax))
	}
	r.claims = append(r.claims, c)
}

// span adds the span that value marks to one role of the claim.
func (r *reader) span(role *[]pipeline.Span, value string) error {
	s, err := locate(r.text, value)
	if err != nil {
		return err
	}
	if n := len(*role); n > 0 && s.Start < (*role)[n-1].End {
		return fmt.Errorf("%w: %q stands before the end of the span above", ErrSyntax, value)
	}
	*role = append(*role, s)
	return nil
}

func (c *Claim) setType(value string) error {
	c.Type = pipeline.ClaimType(value)
	if !slices.Contains([]pipeline.ClaimType{pipeline.Direct, pipeline.Mixed, pipeline.Indirect}, c.Type) {
		return fmt.Errorf("%w: unknown type %q", ErrSyntax, value)
	}
	return nil
}

// nobody is the speaker of a claim for whom the article has no name.
const nobody = "-"

func (c *Claim) setSpeaker(value string) error {
	if value == nobody {
		return nil
	}
	fields := strings.Split(value, " | ")
	if len(fields) < 2 || len(fields) > 3 || slices.Contains(fields, "") {
		return fmt.Errorf("%w: %q is not a name, a kind and perhaps a role", ErrSyntax, value)
	}
	c.Speaker, c.Kind = fields[0], pipeline.SpeakerKind(fields[1])
	if len(fields) == 3 {
		c.Role = fields[2]
	}
	if !slices.Contains([]pipeline.SpeakerKind{pipeline.Person, pipeline.Organization, pipeline.Group, pipeline.Unnamed}, c.Kind) {
		return fmt.Errorf("%w: unknown kind %q", ErrSyntax, c.Kind)
	}
	return nil
}
