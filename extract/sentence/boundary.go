package sentence

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// An end is a place within a paragraph where a sentence may end.
type end struct {
	last   int           // index of the token behind it
	word   pipeline.Span // what stands there between blanks, for Punkt
	next   pipeline.Span // the word behind it, without opening marks
	asks   bool          // Punkt decides
	breaks bool          // a sentence ends here
}

// candidates finds the places where a sentence may end, other than the ends of
// paragraphs, and decides those that need no knowledge of abbreviations.
func candidates(d *pipeline.Document, breaks []int) []end {
	var ends []end
	first := 0
	for _, last := range breaks {
		open := false // within straight quotation marks
		leading := -1 // an ellipsis that begins its sentence
		for i := first; i < last; i++ {
			tok := d.Slice(d.Tokens[i].Span)
			if tok == `"` {
				open = !open
			}
			if !terminates(tok) || i == leading {
				continue
			}
			n := i + 1
			for n < last && closes(d, n, open) {
				if d.Slice(d.Tokens[n].Span) == `"` {
					open = !open
				}
				n++
			}
			if n < last {
				if isEllipsis(d.Slice(d.Tokens[n].Span)) {
					leading = n
				}
				if e, ok := decide(d, i, n, last); ok {
					ends = append(ends, e)
				}
			}
			i = n - 1
		}
		first = last
	}
	return ends
}

// terminates reports whether a sentence may end with tok.
func terminates(tok string) bool {
	switch tok[len(tok)-1] {
	case '.', '!', '?':
		return true
	}
	return tok == "…" || tok == "。" || tok == "！" || tok == "？"
}

// closes reports whether token n, behind a terminator, closes what the
// sentence before it opened.
func closes(d *pipeline.Document, n int, open bool) bool {
	t := d.Tokens[n]
	spaced := t.Start > d.Tokens[n-1].End                        // a blank stands before it
	loose := n+1 == len(d.Tokens) || d.Tokens[n+1].Start > t.End // and one behind it
	switch d.Slice(t.Span) {
	case "”", "»", "›", ")", "]", "}":
		return !spaced || loose
	case "!", "?", ".", "…", "...":
		return !spaced
	case `"`:
		return open && (!spaced || loose) || !spaced && loose
	case "“", "‘":
		return !spaced && loose // the wrong way round
	case "'", "''", "’":
		return !spaced
	}
	return false
}

// decide judges the end between token n-1 and token n, where token i is the
// terminator; it gives false if no sentence ends there.
func decide(d *pipeline.Document, i, n, last int) (end, bool) {
	next := n
	for next < last && (opens(d.Slice(d.Tokens[next].Span)) || next == n && isEllipsis(d.Slice(d.Tokens[next].Span))) {
		next++
	}
	if next == last {
		return end{}, false
	}
	follow := d.Slice(d.Tokens[next].Span)
	r, _ := utf8.DecodeRuneInString(follow)
	e := end{last: n, word: wordAt(d, i, n), next: d.Tokens[next].Span, breaks: true}
	quoted := n > i+1
	switch {
	case unicode.IsLower(r), goesOn(follow):
		return end{}, false
	case quoted && isDash(r) && next+1 < last:
		// A byline is a sentence of its own: “…” ― Carla Sanchez
		first, _ := utf8.DecodeRuneInString(d.Text[d.Tokens[next+1].Start:])
		return e, unicode.IsUpper(first)
	case !unicode.IsLetter(r) && !unicode.IsDigit(r) && next == n && !startsSentence(r):
		return end{}, false
	}
	tok := d.Slice(d.Tokens[i].Span)
	switch tok[len(tok)-1] {
	case '!', '?':
		return e, !quoted || !attributes(d, n, last)
	case '.':
		if isTitle(tok) || tok != "." && quoted && d.Slice(d.Tokens[n-1].Span) == ")" {
			return end{}, false
		}
	}
	e.asks = mayAbbreviate(d.Slice(e.word), tok, follow)
	return e, true
}

// mayAbbreviate reports whether the full stop of tok, at the end of word, may
// stand for an abbreviation within the sentence that goes on with follow.
func mayAbbreviate(word, tok, follow string) bool {
	switch {
	case len(tok) > len("J.") && starters[follow]:
		return false // even an abbreviation ends its sentence here
	case tok == "." && strings.EqualFold(word, "no."):
		return false // before a number it would be one token
	case tok == "." && strings.Count(word, ".") > 1:
		return false // Punkt takes "example.com." for initials
	}
	return true
}

// wordAt is what stands between blanks around the terminator i, up to token n.
func wordAt(d *pipeline.Document, i, n int) pipeline.Span {
	first := i
	for first > 0 && d.Tokens[first-1].End == d.Tokens[first].Start && i-first < maxWordTokens && !opens(d.Slice(d.Tokens[first-1].Span)) {
		first--
	}
	return pipeline.Span{Start: d.Tokens[first].Start, End: d.Tokens[n-1].End}
}

// maxWordTokens bounds what is shown to Punkt of a text without blanks.
const maxWordTokens = 8

func isEllipsis(tok string) bool { return tok == "…" || len(tok) > 2 && strings.Trim(tok, ".") == "" }

// opens reports whether tok may stand before the first word of a sentence.
func opens(tok string) bool {
	switch tok {
	case "“", "„", "‘", "«", "‹", `"`, "''", "'", "(", "[", "{", "`", "``":
		return true
	}
	return false
}

// goesOn reports whether tok, behind a terminator, shows that the sentence has
// not ended.
func goesOn(tok string) bool {
	switch tok {
	case ",", ";", ":", "'s", "’s", ")", "]", "%", "&", "/":
		return true
	}
	return false
}

// startsSentence reports whether r, no letter or digit, may begin a sentence.
func startsSentence(r rune) bool { return !isDash(r) && !strings.ContainsRune(".!?…", r) }

func isDash(r rune) bool { return strings.ContainsRune("-–—―", r) }

//go:embed titles.txt
var titlesText string

// titles stand before a name, never at the end of a sentence.
var titles = readSet(titlesText)

// isTitle takes the last part of a hyphenated word: then-Sen.
func isTitle(tok string) bool { return titles[tok[strings.LastIndexByte(tok, '-')+1:]] }

//go:embed reporting.txt
var reportingText string

// reporting holds the verbs that attribute a quotation, as they stand in news.
var reporting = readSet(reportingText)

//go:embed starters.txt
var startersText string

// starters are words that, capitalised, begin a sentence rather than stand in
// a name.
var starters = readSet(startersText)

func readSet(text string) map[string]bool {
	set := make(map[string]bool)
	for w := range strings.FieldsSeq(text) {
		set[w] = true
	}
	return set
}

// maxName is the number of tokens that a speaker may have before the verb.
const maxName = 6

// attributes reports whether the tokens from n on say who spoke the quotation
// before them: a name and then a reporting verb.
func attributes(d *pipeline.Document, n, last int) bool {
	for i := n; i < min(last, n+maxName); i++ {
		tok := d.Slice(d.Tokens[i].Span)
		if reporting[tok] {
			return i > n
		}
		r, _ := utf8.DecodeRuneInString(tok)
		if !unicode.IsUpper(r) || starters[tok] {
			return false
		}
	}
	return false
}
