package pipeline

import (
	"errors"
	"fmt"
	"unicode/utf8"
)

// ErrInvalid is wrapped by every error that Check returns.
var ErrInvalid = errors.New("invalid document")

// Check verifies what every stage promises: spans lie within the text, on
// character boundaries, in order; indexes point at what exists; claims have
// content, a known type, a confidence within 0 and 1, and the id that belongs
// to their spans. It returns the first fault found.
func (d *Document) Check() error {
	if !utf8.ValidString(d.Text) {
		return d.invalid("text is not UTF-8")
	}
	for _, check := range []func() error{d.checkParts, d.checkTokens, d.checkSentences, d.checkMentions, d.checkQuotes, d.checkCues, d.checkClaims} {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}

func (d *Document) invalid(format string, args ...any) error {
	return fmt.Errorf("%w: %s: %s", ErrInvalid, d.Key, fmt.Sprintf(format, args...))
}

// checkSpan refuses a span that is empty, out of range or cuts a character.
func (d *Document) checkSpan(what string, i int, s Span) error {
	if s.Start < 0 || s.End > len(d.Text) || s.Start >= s.End {
		return d.invalid("%s %d has span %v of a text of %d bytes", what, i, s, len(d.Text))
	}
	if !utf8.RuneStart(d.Text[s.Start]) || s.End < len(d.Text) && !utf8.RuneStart(d.Text[s.End]) {
		return d.invalid("%s %d has span %v, which cuts a character", what, i, s)
	}
	return nil
}

// checkRange refuses a token range that is empty or out of range.
func (d *Document) checkRange(what string, i, first, last int) error {
	if first < 0 || last > len(d.Tokens) || first >= last {
		return d.invalid("%s %d has tokens %d:%d of %d", what, i, first, last, len(d.Tokens))
	}
	return nil
}

// checkOrdered refuses spans of which one is bad or begins before the end of
// the one before.
func (d *Document) checkOrdered(what string, n int, at func(int) Span) error {
	end := 0
	for i := range n {
		s := at(i)
		if err := d.checkSpan(what, i, s); err != nil {
			return err
		}
		if s.Start < end {
			return d.invalid("%s %d at %v begins before the end of the one before, %d", what, i, s, end)
		}
		end = s.End
	}
	return nil
}

func (d *Document) checkParts() error {
	return d.checkOrdered("part", len(d.Parts), func(i int) Span { return d.Parts[i].Span })
}

func (d *Document) checkTokens() error {
	return d.checkOrdered("token", len(d.Tokens), func(i int) Span { return d.Tokens[i].Span })
}

func (d *Document) checkSentences() error {
	if err := d.checkOrdered("sentence", len(d.Sentences), func(i int) Span { return d.Sentences[i].Span }); err != nil {
		return err
	}
	next := 0
	for i, s := range d.Sentences {
		if err := d.checkRange("sentence", i, s.First, s.Last); err != nil {
			return err
		}
		if s.First != next {
			return d.invalid("sentence %d begins with token %d, not %d", i, s.First, next)
		}
		if s.Start != d.Tokens[s.First].Start || s.End != d.Tokens[s.Last-1].End {
			return d.invalid("sentence %d at %v does not fit its tokens", i, s.Span)
		}
		next = s.Last
	}
	if d.Have&Sentences != 0 && next != len(d.Tokens) {
		return d.invalid("sentences end at token %d of %d", next, len(d.Tokens))
	}
	return nil
}

func (d *Document) checkMentions() error {
	if err := d.checkOrdered("mention", len(d.Mentions), func(i int) Span { return d.Mentions[i].Span }); err != nil {
		return err
	}
	for i, m := range d.Mentions {
		if err := d.checkRange("mention", i, m.First, m.Last); err != nil {
			return err
		}
	}
	return nil
}

func (d *Document) checkQuotes() error {
	start := 0
	for i, q := range d.Quotes {
		if err := d.checkSpan("quote", i, q.Span); err != nil {
			return err
		}
		if err := d.checkRange("quote", i, q.First, q.Last); err != nil {
			return err
		}
		if q.Inner.Start < q.Start || q.Inner.End > q.End || q.Inner.End < q.Inner.Start {
			return d.invalid("quote %d at %v has inner span %v", i, q.Span, q.Inner)
		}
		if q.Start < start {
			return d.invalid("quote %d at %v is out of order", i, q.Span)
		}
		start = q.Start
	}
	return nil
}

func (d *Document) checkCues() error {
	for i, c := range d.Cues {
		if err := d.checkSpan("cue", i, c.Span); err != nil {
			return err
		}
		if err := d.checkRange("cue", i, c.First, c.Last); err != nil {
			return err
		}
		if c.Head < c.First || c.Head >= c.Last {
			return d.invalid("cue %d has head %d outside %d:%d", i, c.Head, c.First, c.Last)
		}
	}
	return nil
}

func (d *Document) checkClaims() error {
	seen := map[string]bool{}
	for i := range d.Claims {
		c := &d.Claims[i]
		for role, spans := range map[string][]Span{"source": c.Source, "cue": c.Cue, "content": c.Content} {
			what := fmt.Sprintf("%s of claim %d, span", role, i)
			if err := d.checkOrdered(what, len(spans), func(j int) Span { return spans[j] }); err != nil {
				return err
			}
		}
		switch {
		case len(c.Content) == 0:
			return d.invalid("claim %d has no content", i)
		case c.Type != Direct && c.Type != Mixed && c.Type != Indirect:
			return d.invalid("claim %d has type %q", i, c.Type)
		case !(c.Confidence >= 0 && c.Confidence <= 1):
			return d.invalid("claim %d has confidence %v", i, c.Confidence)
		case c.Speaker != NoSpeaker && (c.Speaker < 0 || c.Speaker >= len(d.Speakers)):
			return d.invalid("claim %d has speaker %d of %d", i, c.Speaker, len(d.Speakers))
		case c.ID != d.ClaimID(c):
			return d.invalid("claim %d has id %q, which is not that of its spans", i, c.ID)
		case seen[c.ID]:
			return d.invalid("claim %d has the id of an earlier one, %q", i, c.ID)
		}
		seen[c.ID] = true
	}
	return nil
}
