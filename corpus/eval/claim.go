package eval

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/corpus/brat"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

// A Claim is a gold or predicted attribution. Spans are byte offsets into the
// article's text, in any order.
type Claim struct {
	ID         string             // gold: the event's id, by which speakers are looked up
	Type       pipeline.ClaimType // "" is told from the quotation marks in the text
	Source     []pipeline.Span
	Cue        []pipeline.Span
	Content    []pipeline.Span
	Speaker    string               // predicted canonical name, "" if nobody is named
	Kind       pipeline.SpeakerKind // predicted, "" without a speaker
	Confidence float64              // predicted, 0 to 1
}

// Gold makes claims of gold attributions.
func Gold(attributions []brat.Attribution) []Claim {
	claims := make([]Claim, len(attributions))
	for i, a := range attributions {
		claims[i] = Claim{ID: a.ID, Source: a.Source, Cue: a.Cue, Content: a.Content}
	}
	return claims
}

// Predicted are the claims that the stages found in d.
func Predicted(d *pipeline.Document) []Claim {
	claims := make([]Claim, len(d.Claims))
	for i, c := range d.Claims {
		claims[i] = Claim{ID: c.ID, Type: c.Type, Source: c.Source, Cue: c.Cue, Content: c.Content, Confidence: c.Confidence}
		if c.Speaker != pipeline.NoSpeaker {
			claims[i].Speaker = d.Speakers[c.Speaker].Name
			claims[i].Kind = d.Speakers[c.Speaker].Kind
		}
	}
	return claims
}

// A judged claim is a claim as sets of words.
type judged struct {
	*Claim
	source, cue, content wordSet
	quoted               bool
}

// judge prepares claims for comparison. A claim whose content has no word is
// none and is left out.
func judge(text string, ws words, claims []Claim) []judged {
	var js []judged
	for i := range claims {
		c := &claims[i]
		content := ws.in(c.Content)
		if len(content) == 0 {
			continue
		}
		js = append(js, judged{Claim: c, source: ws.in(c.Source), cue: ws.in(c.Cue), content: content, quoted: touchesQuote(text, c.Content)})
	}
	return js
}

// touchesQuote reports whether a quotation mark stands in the spans or within
// two characters of them.
func touchesQuote(text string, spans []pipeline.Span) bool {
	return slices.ContainsFunc(spans, func(s pipeline.Span) bool {
		start, end := s.Start, s.End
		for range 2 {
			_, n := utf8.DecodeLastRuneInString(text[:start])
			start -= n
			_, n = utf8.DecodeRuneInString(text[end:])
			end += n
		}
		return start < end && strings.ContainsAny(text[start:end], "“”\"")
	})
}

// sourcesAgree holds if both sources are absent, or share at least half of
// the words of the shorter one.
func sourcesAgree(g, p wordSet) bool {
	if len(g) == 0 || len(p) == 0 {
		return len(g) == len(p)
	}
	return 2*common(g, p) >= min(len(g), len(p))
}
