package corpus_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/hearsay-nlp/hearsay/corpus"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

// found is what Parse makes of an article, parts as their text.
type found struct {
	Title, Byline, Outlet, Published string
	Parts                            []string // "title: text" and so on
	Body                             string   // where the body begins, its first 12 bytes or so
}

var partNames = map[pipeline.PartKind]string{
	pipeline.PartTitle: "title", pipeline.PartByline: "byline", pipeline.PartDate: "date", pipeline.PartAbstract: "abstract",
}

func parse(t *testing.T, text string) found {
	t.Helper()
	d, err := corpus.Parse("a.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Check(); err != nil {
		t.Fatal(err)
	}
	if d.Text != text {
		t.Errorf("text was changed to %q", d.Text)
	}
	f := found{Title: d.Title, Byline: d.Byline, Outlet: d.Outlet}
	if !d.Published.IsZero() {
		f.Published = d.Published.Format(time.RFC3339)
	}
	end := 0
	for _, p := range d.Parts {
		f.Parts = append(f.Parts, partNames[p.Kind]+": "+d.Slice(p.Span))
		end = p.End
	}
	f.Body, _, _ = strings.Cut(strings.TrimLeft(text[end:], "\ufeff\u00a0\u2028\u2029 \r\n"), " ")
	return f
}

const lead = "Officials will meet on Tuesday, the ministry said, and nobody who was asked would say what about, or for how long it might take them."

func TestParse(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       found
	}{
		{"whole", "Talks to begin\n\n2025-02-21 01:38:00\n\nAbstract: They talk.\n\nBy Jane Doe\n\n" + lead, found{
			Title: "Talks to begin", Byline: "Jane Doe", Published: "2025-02-21T01:38:00Z", Body: "Officials",
			Parts: []string{"title: Talks to begin", "date: 2025-02-21 01:38:00", "abstract: Abstract: They talk.", "byline: By Jane Doe"},
		}},
		{"body only", lead + "\n\n" + lead, found{Body: "Officials"}},
		{"one line", "They met on Monday.", found{Body: "They"}},
		{"one paragraph, short", "Talks to begin", found{Body: "Talks"}},
		{"headline with a full stop", "Obama Power Plant Rules Face Key Test.\n\n" + lead, found{
			Title: "Obama Power Plant Rules Face Key Test.", Parts: []string{"title: Obama Power Plant Rules Face Key Test."}, Body: "Officials",
		}},
		{"headline in sentence case", "Super PAC ad hits Trump.\n\n" + lead, found{
			Title: "Super PAC ad hits Trump.", Parts: []string{"title: Super PAC ad hits Trump."}, Body: "Officials",
		}},
		{"headline and deck", "Rubio is riding high; \nDemocrats look ahead.\n\n" + lead, found{
			Title: "Rubio is riding high; Democrats look ahead.", Parts: []string{"title: Rubio is riding high; \nDemocrats look ahead."}, Body: "Officials",
		}},
		{"CRLF", "Talks to begin\r\n\r\nFebruary 21, 2025\r\n\r\n" + lead, found{
			Title: "Talks to begin", Published: "2025-02-21T00:00:00Z", Parts: []string{"title: Talks to begin", "date: February 21, 2025"}, Body: "Officials",
		}},
		{"CR only", "Talks to begin\r\r2025-02-21\r\r" + lead, found{
			Title: "Talks to begin", Published: "2025-02-21T00:00:00Z", Parts: []string{"title: Talks to begin", "date: 2025-02-21"}, Body: "Officials",
		}},
		{"mixed line ends, no-break spaces, separators", "\ufeffTalks\u00a0to begin\u00a0\r\n\u00a0\n21\u00a0Feb 2025\u2028\u2028By\u00a0Jane Doe\u2029\n" + lead, found{
			Title: "Talks to begin", Byline: "Jane Doe", Published: "2025-02-21T00:00:00Z",
			Parts: []string{"title: Talks\u00a0to begin", "date: 21\u00a0Feb 2025", "byline: By\u00a0Jane Doe"}, Body: "Officials",
		}},
		{"labels", "Title: Talks to begin: a look\nAuthor: Jane Doe and Bo Roe\nSource: The Daily\nDate: 21 Feb 2025 01:38 EST\n\n" + lead, found{
			Title: "Talks to begin: a look", Byline: "Jane Doe and Bo Roe", Outlet: "The Daily", Published: "2025-02-21T06:38:00Z",
			Parts: []string{"title: Title: Talks to begin: a look", "byline: Author: Jane Doe and Bo Roe", "byline: Source: The Daily", "date: Date: 21 Feb 2025 01:38 EST"}, Body: "Officials",
		}},
		{"header without blank lines", "Talks to begin.\nBy Jane Doe, Reuters\nPublished Feb. 21st, 2025, 1:38 p.m. UTC\nUpdated: Feb. 22, 2025\n" + lead, found{
			Title: "Talks to begin.", Byline: "Jane Doe, Reuters", Published: "2025-02-21T13:38:00Z",
			Parts: []string{"title: Talks to begin.", "byline: By Jane Doe, Reuters", "date: Published Feb. 21st, 2025, 1:38 p.m. UTC", "date: Updated: Feb. 22, 2025"}, Body: "Officials",
		}},
		{"title above its paragraph", "Talks to begin\n" + lead + "\n" + lead, found{Title: "Talks to begin", Parts: []string{"title: Talks to begin"}, Body: "Officials"}},
		{"archive of the Times", "Polls Tell a Story.\n\nABSTRACT.\n\nA short one.\n\nFULL TEXT.\n\n" + lead, found{
			Title: "Polls Tell a Story.", Parts: []string{"title: Polls Tell a Story.", "abstract: ABSTRACT.\n\nA short one.\n\nFULL TEXT."}, Body: "Officials",
		}},
		{"abstract, its label alone", "Talks to begin\n\nAbstract:\nA short one.\n\n" + lead, found{
			Title: "Talks to begin", Parts: []string{"title: Talks to begin", "abstract: Abstract:\nA short one."}, Body: "Officials",
		}},
		{"date and body", "2025-02-21\n\n" + lead, found{Published: "2025-02-21T00:00:00Z", Parts: []string{"date: 2025-02-21"}, Body: "Officials"}},
		{"quotation as lead", "“We will not go,” the minister said.\n\n" + lead, found{Body: "“We"}},
		{"quotation as lead, American", "\"Nothing was agreed,\" Smith told reporters on Monday.\n\nHe left.", found{Body: "\"Nothing"}},
		{"report as lead", "The mayor was re-elected on Sunday.\n\n" + lead, found{Body: "The"}},
		{"dateline", "WASHINGTON (AP) — The mayor resigns.\n\n" + lead, found{Body: "WASHINGTON"}},
		{"dateline below", "Clinton, Sanders had opposing views on research.\n\nNEW YORK (AP) — Candidates were at odds.", found{
			Title: "Clinton, Sanders had opposing views on research.", Parts: []string{"title: Clinton, Sanders had opposing views on research."}, Body: "NEW",
		}},
		{"transcript", "WALLACE: What now?\n\nPENCE: We go on.", found{Body: "WALLACE:"}},
		{"letter", "Dear editor,\n\n" + lead, found{Body: "Dear"}},
		{"wrapped by hand", "President Obama, dedicating the museum on Saturday, told an American\nstory, one of suffering and delight, he said.\n\nHe left.", found{Body: "President"}},
		{"By that is no byline", "Talks to begin\n\nBy 2010, the revival was complete.\n\nBy Friday the talks were over.", found{
			Title: "Talks to begin", Parts: []string{"title: Talks to begin"}, Body: "By",
		}},
		{"header and nothing else", "Talks to begin\n\n2025-02-21\n\n", found{Published: "2025-02-21T00:00:00Z", Body: "Talks"}},
		{"a date in a sentence", "Talks to begin\n\nFebruary 21, 2025 was a cold day.", found{Title: "Talks to begin", Parts: []string{"title: Talks to begin"}, Body: "February"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, parse(t, c.text)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestDates(t *testing.T) {
	for line, want := range map[string]string{
		"2025-02-21 01:38:00":                      "2025-02-21T01:38:00Z",
		"2025-02-21":                               "2025-02-21T00:00:00Z",
		"2025/02/21 13:05":                         "2025-02-21T13:05:00Z",
		"2025-02-21T01:38:00Z":                     "2025-02-21T01:38:00Z",
		"2025-02-21T01:38:00.123+02:00":            "2025-02-20T23:38:00.123Z",
		"2025-02-21T01:38:00-0500":                 "2025-02-21T06:38:00Z",
		"2025-02-21 01:38:00+01:00":                "2025-02-21T00:38:00Z",
		"2025-02-21 01:38:00 +0100":                "2025-02-21T00:38:00Z",
		"February 21, 2025":                        "2025-02-21T00:00:00Z",
		"february 21 2025":                         "2025-02-21T00:00:00Z",
		"Feb. 21, 2025":                            "2025-02-21T00:00:00Z",
		"Sept. 1st, 2025":                          "2025-09-01T00:00:00Z",
		"May 3, 2025":                              "2025-05-03T00:00:00Z",
		"21 Feb 2025":                              "2025-02-21T00:00:00Z",
		"21 February 2025, 18:00 BST":              "2025-02-21T17:00:00Z",
		"Fri, 21 Feb 2025 01:38:00 GMT":            "2025-02-21T01:38:00Z",
		"Friday, February 21, 2025 at 9:15 a.m.":   "2025-02-21T09:15:00Z",
		"Friday 21st February 2025 | 9pm (CET)":    "2025-02-21T20:00:00Z",
		"10:30 PM EST, Fri February 21, 2025":      "2025-02-22T03:30:00Z",
		"Published: Feb 21, 2025":                  "2025-02-21T00:00:00Z",
		"Last updated on Feb 21, 2025 12:00 AM":    "2025-02-21T00:00:00Z",
		"Posted 2025-02-21":                        "2025-02-21T00:00:00Z",
		"Date: 2025-02-21":                         "2025-02-21T00:00:00Z",
		"2025":                                     "",
		"21":                                       "",
		"February 31, 2025":                        "",
		"February 21":                              "",
		"On February 21, 2025, they met":           "",
		"12:30":                                    "",
		"0001-01-01":                               "",
		"2025-02-21 2025-02-22":                    "",
		"Friday":                                   "",
		"February 21, 2025 XYZ":                    "",
		"In the year 2025, nothing of this is new": "",
	} {
		d, err := corpus.Parse("a.txt", []byte(line+"\n\n"+lead))
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if !d.Published.IsZero() {
			got = d.Published.Format(time.RFC3339Nano)
		}
		if got != want {
			t.Errorf("%q is dated %q, want %q", line, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"Title\n\n2025-02-21 01:38:00\n\nAbstract: x\n\nBy Jane Doe\n\nBody.",
		"\ufeffTitle;\r\nDeck\r\rABSTRACT.\u2028\u2028x\u2029FULL TEXT.\n\nBody",
		"\xff\xfeT\x00i\x00\n\x00", "T\x00i\x00\n\x00\n\x00x\x00", "caf\xe9 \x93x\x94", "%PDF-1.4", "Title:\u00a0x\nDate: y\nBy:\nBy Z\nb",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := corpus.Parse("k", data)
		if err != nil {
			if d != nil || !strings.HasPrefix(err.Error(), "k:") {
				t.Errorf("Parse gives %v, %v", d, err)
			}
			return
		}
		if err := d.Check(); err != nil {
			t.Fatal(err)
		}
		if utf8.Valid(data) && !strings.Contains(string(data), "\x00") && d.Text != string(data) {
			t.Errorf("UTF-8 text %q became %q", data, d.Text)
		}
		for _, p := range d.Parts {
			if strings.TrimSpace(d.Slice(p.Span)) != d.Slice(p.Span) {
				t.Errorf("part %q has blanks at its edges", d.Slice(p.Span))
			}
		}
		if n := len(d.Parts); n > 0 && strings.TrimSpace(d.Text[d.Parts[n-1].End:]) == "" {
			t.Errorf("nothing is left for the body of %q", d.Text)
		}
	})
}
