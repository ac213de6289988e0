package main

import (
	"fmt"
	"io"
	"path"
	"strings"
)

// writeText lists the claims of an article for people to read.
func writeText(w io.Writer, t terminal, r *record) error {
	var b strings.Builder
	title := oneLine(r.Title)
	if title == "" {
		title = path.Base(r.Key)
	}
	b.WriteString(t.paintLines(bold, t.wrap(title, "")) + "\n")
	about := []string{r.Key, count(len(r.Claims), "claim")}
	if r.Byline != "" {
		about = append([]string{"by " + oneLine(r.Byline)}, about...)
	}
	if r.Published != "" {
		about = append([]string{r.Published[:10]}, about...)
	}
	b.WriteString(t.paintLines(dim, t.wrap(strings.Join(about, ", "), "")) + "\n\n")
	for i, c := range r.Claims {
		t.claim(&b, i+1, c)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// paintLines styles each line on its own, since escapes that run over a line
// end spill into what a pager or a table puts beside it.
func (t terminal) paintLines(style, s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = t.paint(style, l)
	}
	return strings.Join(lines, "\n")
}

// claim writes who, how and what of a claim, and where it stands.
func (t terminal) claim(b *strings.Builder, n int, c claimRecord) {
	who, role := "(nobody named)", ""
	if c.Speaker != nil {
		who, role = oneLine(c.Speaker.Name), oneLine(c.Speaker.Role)
	}
	fmt.Fprintf(b, "%3d. %s", n, t.paint(bold+";"+cyan, who))
	if role != "" {
		b.WriteString(", " + role)
	}
	b.WriteString("\n" + t.wrap(contentOf(c), "     ") + "\n")
	facts := []string{c.Type}
	if s := joinSpans(c.Source); s != "" && s != who {
		facts = append(facts, "source: "+s)
	}
	if s := cueOf(c); s != "" {
		facts = append(facts, "cue: "+s)
	}
	first, last := c.Content[0], c.Content[len(c.Content)-1]
	facts = append(facts, fmt.Sprintf("at %d-%d", first.Start, last.End), fmt.Sprintf("confidence %.2f", c.Confidence))
	b.WriteString(t.paintLines(dim, t.wrap(strings.Join(facts, "; "), "     ")) + "\n\n")
}

func contentOf(c claimRecord) string { return joinSpans(c.Content) }

func cueOf(c claimRecord) string {
	spans := make([]spanRecord, len(c.Cue))
	for i, s := range c.Cue {
		spans[i] = s.spanRecord
	}
	return joinSpans(spans)
}

// joinSpans gives the text of spans on one line, with an ellipsis where
// something stands between them.
func joinSpans(spans []spanRecord) string {
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = oneLine(s.Text)
	}
	return strings.Join(parts, " … ")
}
