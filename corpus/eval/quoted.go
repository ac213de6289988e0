package eval

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// claimType tells how much of a claim's content stands in quotation marks.
func claimType(ws words, regions []pipeline.Span, c judged) pipeline.ClaimType {
	quoted, r := 0, 0
	for _, w := range c.content {
		for r < len(regions) && regions[r].End <= ws[w].Start {
			r++
		}
		if r < len(regions) && regions[r].Overlaps(ws[w]) {
			quoted++
		}
	}
	switch quoted {
	case 0:
		return pipeline.Indirect
	case len(c.content):
		return pipeline.Direct
	}
	return pipeline.Mixed
}

// quotedRegions are the outermost stretches between quotation marks, in
// order. Marks are paired within a line only, and an unclosed quotation runs
// to the line's end: one missing mark must not turn the rest of an article
// inside out.
func quotedRegions(text string) []pipeline.Span {
	var regions []pipeline.Span
	start := 0
	for start < len(text) {
		end := len(text)
		if n := strings.IndexAny(text[start:], "\r\n\u2028\u2029"); n >= 0 {
			end = start + n
		}
		regions = appendRegions(regions, text[:end], start)
		_, n := utf8.DecodeRuneInString(text[end:])
		start = end + n
	}
	return regions
}

// closers has, for each opening mark, the marks that close it.
var closers = map[string][]string{
	`"`: {`"`, "”"}, "“": {"”", `"`}, "„": {"“", "”"}, "«": {"»"}, "''": {"''"}, "``": {"''"}, "‘": {"’"},
}

func appendRegions(regions []pipeline.Span, text string, at int) []pipeline.Span {
	for at < len(text) {
		mark := openingAt(text, at)
		if mark == "" {
			_, n := utf8.DecodeRuneInString(text[at:])
			at += n
			continue
		}
		from := at + len(mark)
		end, found := len(text), false
		for _, c := range closers[mark] {
			if i := closing(text, from, c); i >= 0 && i < end {
				end, found = i, true
			}
		}
		if mark == "‘" && !found {
			at = from // an apostrophe that was typed as an opening mark
			continue
		}
		if from < end {
			regions = append(regions, pipeline.Span{Start: from, End: end})
		}
		at = end
		if found {
			_, n := utf8.DecodeRuneInString(text[end:])
			at += n
			if strings.HasPrefix(text[end:], "''") {
				at = end + 2
			}
		}
	}
	return regions
}

func openingAt(text string, at int) string {
	for _, m := range [...]string{`"`, "“", "„", "«", "''", "``", "‘"} {
		if strings.HasPrefix(text[at:], m) {
			return m
		}
	}
	return ""
}

// closing finds the mark c at or after from; a single mark before a letter is
// an apostrophe.
func closing(text string, from int, c string) int {
	for at := from; ; {
		i := strings.Index(text[at:], c)
		if i < 0 {
			return -1
		}
		i += at
		at = i + len(c)
		if r, _ := utf8.DecodeRuneInString(text[at:]); c != "’" || !unicode.IsLetter(r) {
			return i
		}
	}
}
