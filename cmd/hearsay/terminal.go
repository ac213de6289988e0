package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"

	"github.com/jedib0t/go-pretty/v6/text"
	"golang.org/x/term"
)

// A terminal says how output is to look. The zero terminal is a pipe: plain
// and never wrapped.
type terminal struct {
	width int  // columns to wrap to, 0 for none
	color bool // whether escapes are understood and wanted
}

// terminalOf looks at what w is. Colour is left out where NO_COLOR is set (see
// no-color.org) or the terminal is dumb.
func terminalOf(w io.Writer) terminal {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return terminal{}
	}
	t := terminal{width: 80, color: os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"}
	if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 0 {
		t.width = width
	}
	return t
}

// The styles of output.
const (
	bold   = "1"
	dim    = "2"
	green  = "32"
	yellow = "33"
	cyan   = "36"
)

// paint styles s, which must not span lines.
func (t terminal) paint(style, s string) string {
	if !t.color || s == "" {
		return s
	}
	return "\x1b[" + style + "m" + s + "\x1b[0m"
}

// wrap breaks s at blanks so that it fits the terminal behind an indent,
// which is put before each line.
func (t terminal) wrap(s, indent string) string {
	if t.width > 0 {
		s = fit(s, max(20, t.width-len(indent)-1))
	}
	return indent + strings.ReplaceAll(s, "\n", "\n"+indent)
}

// fit breaks each line of s at blanks so that it has at most n columns.
func fit(s string, n int) string {
	var lines []string
	for line := range strings.SplitSeq(s, "\n") {
		// Line by line, since WrapSoft takes a line end for a blank.
		for part := range strings.SplitSeq(text.WrapSoft(line, n), "\n") {
			lines = append(lines, strings.TrimRight(part, " "))
		}
	}
	return strings.Join(lines, "\n")
}

// oneLine makes an article's own words safe to print: blanks single, and no
// control characters, with which a hostile text could drive the terminal.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), r == unicode.ReplacementChar, unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// count writes a number with its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
