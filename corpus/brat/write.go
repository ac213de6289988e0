package brat

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// Write writes the claims of d as an annotation file of its text: text-bounds
// for source, cue and content, and an Attribution event over the cue, or over
// the content where there is no cue.
func Write(w io.Writer, d *pipeline.Document) error {
	b := writer{Writer: bufio.NewWriter(w), text: d.Text, position: newPosition(d.Text)}
	for i := range d.Claims {
		b.claim(i+1, &d.Claims[i])
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("writing annotations of %s: %w", d.Key, err)
	}
	return nil
}

// A writer numbers text-bounds. Write errors stick to the bufio.Writer, whose
// Flush returns them.
type writer struct {
	*bufio.Writer
	text     string
	position position
	bounds   int
}

func (w *writer) claim(number int, c *pipeline.Claim) {
	trigger := c.Cue
	if len(trigger) == 0 {
		trigger = c.Content
	}
	event := fmt.Sprintf("E%d\tAttribution:T%d", number, w.textBound("Attribution", trigger))
	for _, arg := range []struct {
		role  string
		spans []pipeline.Span
	}{{"Source", c.Source}, {"Cue", c.Cue}, {"Content", c.Content}} {
		if len(arg.spans) > 0 {
			event += fmt.Sprintf(" %s:T%d", arg.role, w.textBound(arg.role, arg.spans))
		}
	}
	fmt.Fprintln(w, event)
}

var inOneLine = strings.NewReplacer("\n", " ", "\r", " ", "\t", " ")

// textBound writes one T line and returns its number.
func (w *writer) textBound(role string, spans []pipeline.Span) int {
	w.bounds++
	where := make([]string, len(spans))
	texts := make([]string, len(spans))
	for i, s := range spans {
		where[i] = fmt.Sprintf("%d %d", w.position.of(s.Start), w.position.of(s.End))
		texts[i] = inOneLine.Replace(w.text[s.Start:s.End])
	}
	fmt.Fprintf(w, "T%d\t%s %s\t%s\n", w.bounds, role, strings.Join(where, ";"), strings.Join(texts, " "))
	return w.bounds
}

// A position counts code points. It keeps the count at every stride-th byte,
// so that a long text with many claims is not counted again for each.
type position struct {
	text  string
	marks []int // code points before byte i*stride
}

const stride = 1024

func newPosition(text string) position {
	p := position{text: text}
	for i, n := 0, 0; i <= len(text); i += stride {
		p.marks = append(p.marks, n)
		n += starts(text[i:min(i+stride, len(text))])
	}
	return p
}

// of is the number of code points before the byte at offset.
func (p position) of(offset int) int {
	i := offset / stride
	return p.marks[i] + starts(p.text[i*stride:offset])
}

// starts counts the bytes that begin a code point.
func starts(s string) int {
	n := 0
	for i := range len(s) {
		if utf8.RuneStart(s[i]) {
			n++
		}
	}
	return n
}
