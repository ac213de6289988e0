package eval

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// A sliceKey names one sort of claims.
type sliceKey struct{ group, name string }

// The groups into which claims are sorted, and their sorts in the order of a
// report. Outlets are as they come.
const (
	byType   = "type"
	byCue    = "cue"
	bySource = "source"
	byOutlet = "outlet"
)

var sliceOrder = []struct {
	group string
	names []string
}{
	{byType, []string{"direct", "mixed", "indirect"}},
	{byCue, []string{"say/tell/write/add", "according to", "colon", "other", "none"}},
	{bySource, []string{"name", "nominal", "pronoun", "absent"}},
	{byOutlet, nil},
}

// sorts are the tallies that each claim counts for.
func (s *Scores) sorts(name, text string, ws words, regions []pipeline.Span, claims []judged) [][]*tally {
	outlet, _, _ := strings.Cut(name, "_")
	all := make([][]*tally, len(claims))
	for i, c := range claims {
		t := c.Type
		if t == "" {
			t = claimType(ws, regions, c)
		}
		all[i] = []*tally{
			&s.all,
			s.slice(byType, string(t)),
			s.slice(byCue, cueClass(text, c.Cue)),
			s.slice(bySource, sourceKind(text, c.Source)),
			s.slice(byOutlet, outlet),
		}
		if c.quoted {
			all[i] = append(all[i], &s.quoted)
		}
	}
	return all
}

func (s *Scores) slice(group, name string) *tally {
	if s.slices == nil {
		s.slices = map[sliceKey]*tally{}
	}
	k := sliceKey{group, name}
	if s.slices[k] == nil {
		s.slices[k] = new(tally)
	}
	return s.slices[k]
}

var commonCues = strings.Fields("say says said saying tell tells told telling write writes wrote written writing add adds added adding")

// cueClass sorts cues by their words.
func cueClass(text string, cue []pipeline.Span) string {
	said := strings.ToLower(joined(text, cue))
	found := fieldsOfWords(said)
	switch {
	case len(found) == 0 && strings.Contains(said, ":"):
		return "colon"
	case len(found) == 0:
		return "none"
	case slices.Contains(found, "according"):
		return "according to"
	case slices.ContainsFunc(found, func(w string) bool { return slices.Contains(commonCues, w) }):
		return "say/tell/write/add"
	}
	return "other"
}

// sourceKind sorts sources by their looks: a word with a capital makes a
// name, if it is not the article that begins a sentence.
func sourceKind(text string, source []pipeline.Span) string {
	src := joined(text, source)
	found := fieldsOfWords(src)
	switch {
	case len(found) == 0:
		return "absent"
	case isPronoun(src):
		return "pronoun"
	}
	for i, w := range found {
		if i == 0 && slices.Contains(openers, strings.ToLower(w)) {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
			return "name"
		}
	}
	return "nominal"
}

var openers = strings.Fields("the a an some one many most several other others his her their its our my this that these those no all both two three")

var pronouns = strings.Fields("he she they i we it who which him her his their hers theirs our my")

func isPronoun(source string) bool { return slices.Contains(pronouns, strings.ToLower(source)) }

// joined is the text of the spans with blanks between them.
func joined(text string, spans []pipeline.Span) string {
	cut := make([]string, len(spans))
	for i, s := range spans {
		cut[i] = text[s.Start:s.End]
	}
	return strings.TrimSpace(strings.Join(cut, " "))
}

func fieldsOfWords(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !isWord(r) })
}
