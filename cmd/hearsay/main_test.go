package main

import (
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestFlagsFirst(t *testing.T) {
	app := newApp(&env{stdout: io.Discard, stderr: io.Discard})
	for in, want := range map[string]string{
		"extract a.txt --format text":         "extract --format text -- a.txt",
		"extract - --format=text b":           "extract --format=text -- - b",
		"eval --errors x --gold g":            "eval --errors --gold g -- x",
		"extract a -- --format":               "extract -- a --format",
		"quotes --speaker Doe --about x":      "quotes --speaker Doe --about x",
		"quotes a --nonsense b":               "quotes --nonsense -- a b",
		"quotes x --speaker":                  "quotes --speaker -- x",
		"nonsense a --b":                      "nonsense a --b",
		"extract a -- " + completionFlag:      "extract a -- " + completionFlag,
		"quotes --speaker -1 --limit 3 stray": "quotes --speaker -1 --limit 3 -- stray",
	} {
		got := flagsFirst(app, strings.Fields("hearsay "+in))
		if diff := cmp.Diff("hearsay "+want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", in, diff)
		}
	}
}

func TestParseDate(t *testing.T) {
	at := func(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }
	for s, want := range map[string][2]time.Time{
		"2024":       {at(2024, 1, 1), at(2025, 1, 1)},
		"2024-02":    {at(2024, 2, 1), at(2024, 3, 1)},
		"2024-12-31": {at(2024, 12, 31), at(2025, 1, 1)},
	} {
		from, to, err := parseDate("since", s)
		if err != nil || from != want[0] || to != want[1] {
			t.Errorf("%s: got %v, %v, %v, want %v", s, from, to, err, want)
		}
	}
	for _, s := range []string{"", "24", "2024-13", "2024-02-30", "21.2.2024"} {
		var usage *usageError
		if _, _, err := parseDate("since", s); !errors.As(err, &usage) {
			t.Errorf("%q: got %v, want a usage error", s, err)
		}
	}
}

func TestOneLine(t *testing.T) {
	for s, want := range map[string]string{
		" a\n\t b\r\n": "a b",
		"a\x1b[31mb":   "a[31mb",
		"a\u202eb":     "ab",
		"é “x” — y":    "é “x” — y",
	} {
		if got := oneLine(s); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}

func TestCell(t *testing.T) {
	for s, want := range map[string]string{
		"=cmd()": "'=cmd()",
		"+1":     "'+1",
		"-x":     "'-x",
		"@x":     "'@x",
		"plain":  "plain",
		"-":      "-",
		"":       "",
	} {
		if got := cell(s); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}

// However the spans of claims lie, the page has the whole text once, and marks
// just what they cover.
func TestSegments(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := strings.Repeat("0123456789", 3)
		span := rapid.Custom(func(r *rapid.T) spanRecord {
			start := rapid.IntRange(0, len(text)-1).Draw(r, "start")
			end := rapid.IntRange(start+1, len(text)).Draw(r, "end")
			return spanRecord{start, end, text[start:end]}
		})
		rec := &record{Text: text}
		covered := make([]bool, len(text))
		for _, s := range rapid.SliceOfN(span, 0, 6).Draw(r, "spans") {
			rec.Claims = append(rec.Claims, claimRecord{ID: "x", Content: []spanRecord{s}})
			for i := s.Start; i < s.End; i++ {
				covered[i] = true
			}
		}
		var whole strings.Builder
		anchors := 0
		for _, seg := range segments(rec) {
			for range len(seg.Text) {
				if marked := seg.Class == "content"; marked != covered[whole.Len()] {
					r.Fatalf("at %d: marked is %v, want %v", whole.Len(), marked, covered[whole.Len()])
				}
				whole.WriteByte(text[whole.Len()])
			}
			anchors += len(seg.Anchors)
		}
		if whole.String() != text || anchors != len(rec.Claims) {
			r.Fatalf("text %q with %d anchors, want %q with %d", whole.String(), anchors, text, len(rec.Claims))
		}
	})
}

func TestWrapFits(t *testing.T) {
	got := terminal{width: 30}.wrap("one two three four five six seven eight\nnine", "  ")
	if diff := cmp.Diff("  one two three four five six\n  seven eight\n  nine", got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := (terminal{}).wrap("never\nmind", "> "); got != "> never\n> mind" {
		t.Errorf("got %q", got)
	}
}
