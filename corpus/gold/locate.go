package gold

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// locate finds the span that value stands for: its words, or those that
// braces mark among them.
func locate(text, value string) (pipeline.Span, error) {
	before, marked, after, err := braces(value)
	if err != nil {
		return pipeline.Span{}, err
	}
	found := occurrences(text, before+marked+after)
	switch len(found) {
	case 0:
		return pipeline.Span{}, fmt.Errorf("%q is %w", before+marked+after, ErrNotFound)
	case 1:
		start := found[0] + len(before)
		return pipeline.Span{Start: start, End: start + len(marked)}, nil
	}
	var places []string
	for _, at := range found {
		places = append(places, fmt.Sprint(1+strings.Count(text[:at], "\n")))
	}
	return pipeline.Span{}, fmt.Errorf("%q is %w: it stands in lines %s", before+marked+after, ErrAmbiguous, strings.Join(places, ", "))
}

// braces takes value apart at its braces; without any, all of it is marked.
func braces(value string) (before, marked, after string, err error) {
	if !strings.ContainsAny(value, "{}") {
		return "", value, "", nil
	}
	before, rest, opened := strings.Cut(value, "{")
	marked, after, closed := strings.Cut(rest, "}")
	if !opened || !closed || marked == "" || strings.ContainsAny(before+marked+after, "{}") {
		return "", "", "", fmt.Errorf("%w: the braces of %q do not mark one span", ErrSyntax, value)
	}
	return before, marked, after, nil
}

// occurrences lists where words stands in text as whole words: "he" is not in
// "the".
func occurrences(text, words string) []int {
	var found []int
	for at := 0; ; {
		i := strings.Index(text[at:], words)
		if i < 0 {
			return found
		}
		i += at
		if !withinWord(text, i) && !withinWord(text, i+len(words)) {
			found = append(found, i)
		}
		_, n := utf8.DecodeRuneInString(text[i:])
		at = i + n
	}
}

// withinWord reports whether a letter or digit stands on either side of the
// offset.
func withinWord(text string, offset int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:offset])
	after, _ := utf8.DecodeRuneInString(text[offset:])
	return alphanumeric(before) && alphanumeric(after)
}

func alphanumeric(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
