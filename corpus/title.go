package corpus

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits of a headline, in runes. The longest of PolNeAR's 924 headlines has
// 101, and 3 lines with its deck; a lead paragraph seldom has so few.
const (
	maxTitle    = 250 // where a date, byline or abstract follows and leaves no doubt
	maxHeadline = 160
	maxSentence = 120 // where it ends like a sentence
)

func fits(s string, limit int) bool { return utf8.RuneCountInString(s) <= limit }

// headline is how many lines of the block are a headline: 0 if it is body.
func (h *header) headline(block []line) int {
	first := block[0]
	n := 1
	switch {
	case len(block) > 1 && h.isMetadata(block[1]):
		return certain(first)
	case len(block) == 1:
		next := blockAt(h.Text, first.next)
		if len(next) == 0 {
			return 0
		}
		if h.isMetadata(next[0]) {
			return certain(first)
		}
		if isTurn(first.text) && isTurn(next[0].text) {
			return 0
		}
		if dateline.MatchString(next[0].text) && fits(first.text, maxHeadline) && !dateline.MatchString(first.text) {
			return 1
		}
	case isStacked(first.text) && len(block) == 2:
		n = 2
	case isStacked(first.text) && fits(block[1].text, maxSentence) && block[2].Len() > maxWrapped:
		n = 2
	case block[1].Len() > maxWrapped && !endsSentence(first.text):
		// A line above a long paragraph, with no blank line between.
	default:
		return 0
	}
	if n == 1 && !readsLikeHeadline(first.text) {
		return 0
	}
	return n
}

func certain(l line) int {
	if fits(l.text, maxTitle) {
		return 1
	}
	return 0
}

// isMetadata reports whether a line may stand below a headline only.
func (h *header) isMetadata(l line) bool {
	if abstractLabel.MatchString(l.text) {
		return true
	}
	copied := *h.Document
	trial := header{Document: &copied, hasByline: h.hasByline}
	trial.Parts = nil
	return trial.metadata(l)
}

// isStacked reports whether a headline goes on in the next line, as in
// "Sanders says he's riding momentum; \nDemocrats look to Super Tuesday".
func isStacked(s string) bool {
	return fits(s, maxSentence) && (strings.HasSuffix(s, ";") || strings.HasSuffix(s, "//"))
}

// isTurn reports whether a line is a turn of a transcript, "WALLACE: So what".
func isTurn(s string) bool { return turn.MatchString(s) }

var (
	turn = regexp.MustCompile(`^\p{Lu}[\p{L}. '’-]{0,30}: `)

	// dateline begins the first paragraph of a wire report, "WASHINGTON (AP) —".
	dateline = regexp.MustCompile(`^\p{Lu}{2}[\p{Lu}., ]*(, ?[\p{L}. ]+\d{0,2} ?)?(\([^)]{1,20}\)|[–—―]| --? )`)

	// reported is what a lead paragraph has and a headline avoids: past
	// tense, and a day for it.
	reported = regexp.MustCompile(`\b(said|told|added|was|were|had|on (Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b`)

	// attributed ends a sentence that quotes somebody: `," he said.`
	attributed = regexp.MustCompile(`[,?!]["”’']+ [^.]{1,60}\b(said|says|told|asked|added|wrote)\b[^.]{0,30}\.$`)

	sentenceEnd = regexp.MustCompile(`[\p{Ll}\d][.!?…]["”’')]* \p{Lu}`)
)

// readsLikeHeadline judges a first line that is followed by other lines. If
// it ends without a full stop, it is one unless it is long or breaks off;
// with one, it must be short and not tell what was said or done, and when.
func readsLikeHeadline(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	switch {
	case !fits(s, maxHeadline), !strings.ContainsFunc(s, unicode.IsLetter):
		return false
	case last == ',' || last == ':' || last == '-' || last == '—':
		return false
	case dateline.MatchString(s), attributed.MatchString(s):
		return false
	case !endsSentence(s):
		return true
	case len(sentenceEnd.FindAllStringIndex(s, 2)) > 1:
		return false
	}
	return isTitleCase(s) || fits(s, maxSentence) && !reported.MatchString(s)
}

// endsSentence reports whether s ends like a sentence; a question does not
// count, as headlines ask as often as leads do.
func endsSentence(s string) bool {
	return strings.HasSuffix(strings.TrimRight(s, `"”’')`), ".")
}

// isTitleCase reports whether the words of s of four letters and more begin
// with capitals, but for one in five.
func isTitleCase(s string) bool {
	long, capital := 0, 0
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
		if utf8.RuneCountInString(w) < 4 {
			continue
		}
		long++
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
			capital++
		}
	}
	return long > 0 && 5*capital >= 4*long
}
