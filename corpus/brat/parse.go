package brat

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// Parse reads the annotations ann of text; file names them in errors, each of
// which is an *Error. A text-bound may be defined after the event that uses
// it; an argument whose text-bound is unknown is dropped, and the digits that
// tell several arguments of one role apart ("Content2") do not count.
func Parse(file, text, ann string) ([]Attribution, []error) {
	p := parser{offsets: byteOffsets(text), bounds: map[string][]pipeline.Span{}}
	var errs []error
	each := func(kind byte, parse func([]string) error) {
		number := 0
		for line := range strings.SplitSeq(ann, "\n") {
			number++
			// The text of a text-bound may run over a line end; what does
			// not begin like an annotation is the rest of it.
			if !isAnnotation(line) || line[0] != kind {
				continue
			}
			if err := parse(strings.Split(line, "\t")); err != nil {
				errs = append(errs, &Error{File: file, Line: number, Err: err})
			}
		}
	}
	each('T', p.textBound)
	each('E', p.event)
	return p.events, errs
}

// isAnnotation reports whether a line begins with T or E, digits and a tab.
func isAnnotation(line string) bool {
	id, _, ok := strings.Cut(line, "\t")
	return ok && len(id) > 1 && (id[0] == 'T' || id[0] == 'E') && strings.Trim(id[1:], "0123456789") == ""
}

type parser struct {
	offsets offsets
	bounds  map[string][]pipeline.Span
	events  []Attribution
}

// textBound reads "T9<tab>Content 651 656;669 711<tab>text".
func (p *parser) textBound(fields []string) error {
	_, where, ok := strings.Cut(fields[1], " ")
	if !ok {
		return fmt.Errorf("%w: %s without offsets", ErrSyntax, fields[0])
	}
	var spans []pipeline.Span
	for fragment := range strings.SplitSeq(where, ";") {
		s, err := p.fragment(strings.Fields(fragment))
		if err != nil {
			return fmt.Errorf("%s: %w", fields[0], err)
		}
		spans = append(spans, s)
	}
	p.bounds[fields[0]] = spans
	return nil
}

func (p *parser) fragment(numbers []string) (pipeline.Span, error) {
	if len(numbers) != 2 {
		return pipeline.Span{}, fmt.Errorf("%w: %q is not two offsets", ErrSyntax, numbers)
	}
	var at [2]int
	for i, s := range numbers {
		n, err := strconv.Atoi(s)
		if err != nil {
			return pipeline.Span{}, fmt.Errorf("%w: %w", ErrSyntax, err)
		}
		at[i] = n
	}
	if at[0] < 0 || at[0] > at[1] || at[1] > p.offsets.len() {
		return pipeline.Span{}, fmt.Errorf("%w: %d to %d of %d characters", ErrRange, at[0], at[1], p.offsets.len())
	}
	return pipeline.Span{Start: p.offsets.byteAt(at[0]), End: p.offsets.byteAt(at[1])}, nil
}

// event reads "E3<tab>Attribution:T12 Cue:T11 Source:T10 Content:T9".
func (p *parser) event(fields []string) error {
	args := strings.Fields(fields[1])
	e := Attribution{ID: fields[0]}
	for i, arg := range args {
		if i == 0 {
			continue // the trigger repeats the cue
		}
		role, bound, ok := strings.Cut(arg, ":")
		if !ok || strings.Contains(bound, ":") {
			return fmt.Errorf("%w: %s has argument %q", ErrSyntax, e.ID, arg)
		}
		spans := p.bounds[bound]
		switch strings.ToLower(strings.TrimRight(role, "0123456789")) {
		case "source":
			e.Source = append(e.Source, spans...)
		case "cue":
			e.Cue = append(e.Cue, spans...)
		case "content":
			e.Content = append(e.Content, spans...)
		}
	}
	if len(args) == 0 {
		return fmt.Errorf("%w: %s is empty", ErrSyntax, e.ID)
	}
	p.events = append(p.events, e)
	return nil
}

// offsets maps the number of a code point to its byte offset.
type offsets struct {
	table []int // nil for a text of ASCII, where they are the same
	ascii int   // the length of such a text
}

func byteOffsets(text string) offsets {
	if utf8.RuneCountInString(text) == len(text) {
		return offsets{ascii: len(text)}
	}
	table := make([]int, 0, len(text)+1)
	for i := range text {
		table = append(table, i)
	}
	return offsets{table: append(table, len(text))}
}

// len is the number of code points.
func (o offsets) len() int {
	if o.table == nil {
		return o.ascii
	}
	return len(o.table) - 1
}

func (o offsets) byteAt(n int) int {
	if o.table == nil {
		return n
	}
	return o.table[n]
}
