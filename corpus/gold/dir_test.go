package gold

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

const testdata = "../../testdata"

// TestTestdata reads the project's own gold and holds the type of each claim
// against the quotation marks of its content.
func TestTestdata(t *testing.T) {
	for _, dir := range []string{"articles", "encodings"} {
		n := 0
		for a, err := range ReadDir(filepath.Join(testdata, dir)) {
			if err != nil {
				t.Error(err)
				continue
			}
			n++
			for _, c := range a.Claims {
				if got := typeByMarks(a, c); got != c.Type {
					t.Errorf("%s.gold:%d: type %s, but by its marks it is %s", a.Name, c.Line, c.Type, got)
				}
				for _, s := range c.Content {
					if strings.Contains(a.Document.Slice(s), "\n") {
						t.Errorf("%s.gold:%d: content over a line's end", a.Name, c.Line)
					}
				}
			}
		}
		if want, err := filepath.Glob(filepath.Join(testdata, dir, "*.txt")); err != nil || n != len(want) || n == 0 {
			t.Errorf("%s: %d articles read of %d (%v)", dir, n, len(want), err)
		}
	}
}

// typeByMarks tells a claim's type without pairing marks: content that opens
// with one, or that stands within another claim's that does, is quoted.
func typeByMarks(a *Article, c Claim) pipeline.ClaimType {
	quoted := 0
	for _, s := range c.Content {
		if opensQuote(a.Document.Slice(s)) || withinQuote(a, s) {
			quoted++
		}
	}
	switch {
	case quoted == len(c.Content):
		return pipeline.Direct
	case quoted > 0:
		return pipeline.Mixed
	}
	for _, s := range c.Content {
		words := a.Document.Slice(s)
		if strings.ContainsAny(words, `“”"„«»`) || strings.Contains(words, " ‘") || strings.Contains(words, " '") {
			return pipeline.Mixed
		}
	}
	return pipeline.Indirect
}

func withinQuote(a *Article, s pipeline.Span) bool {
	for _, other := range a.Claims {
		for _, o := range other.Content {
			if o != s && o.Contains(s) && opensQuote(a.Document.Slice(o)) {
				return true
			}
		}
	}
	return false
}

func opensQuote(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune(`“"„«‘'`, r)
}

func TestReadDirDecodes(t *testing.T) {
	got := map[string]string{}
	for a, err := range ReadDir(filepath.Join(testdata, "encodings")) {
		if err != nil {
			t.Fatal(err)
		}
		c := a.Claims[len(a.Claims)-1]
		got[a.Name] = a.Document.Slice(c.Source[0])
	}
	want := map[string]string{
		"crlf":         "Islanders' representative Una Gillespie",
		"utf-16":       "Coach Šimon Dvořák",
		"windows-1252": "The town’s lawyer, François Leclère,",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("last sources (-want +got):\n%s", diff)
	}
}

func TestReadDirFaults(t *testing.T) {
	dir := t.TempDir()
	const text = "Harbour wall holds\n\nAna Ruiz said it held.\n"
	for name, content := range map[string]string{
		"good.txt":    text,
		"good.gold":   "type: indirect\nsource: Ana Ruiz\ncue: said\ncontent: it held\nspeaker: Ana Ruiz | person\n",
		"bad.txt":     text,
		"bad.gold":    "type: indirect\ncontent: it sank\nspeaker: -\n",
		"lone.txt":    text,
		"orphan.gold": "# none\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	faults := map[string]error{}
	var names []string
	for a, err := range ReadDir(dir) {
		if e, ok := errors.AsType[*Error](err); ok {
			faults[filepath.Base(e.File)] = e.Err
		} else if err != nil {
			t.Errorf("error without a place: %v", err)
		} else {
			names = append(names, a.Name)
		}
	}
	if diff := cmp.Diff([]string{"good"}, names); diff != "" {
		t.Errorf("articles (-want +got):\n%s", diff)
	}
	want := map[string]error{"bad.gold": ErrNotFound, "lone.gold": fs.ErrNotExist, "orphan.gold": ErrNoArticle}
	for file, w := range want {
		if !errors.Is(faults[file], w) {
			t.Errorf("%s: error %v, want %v", file, faults[file], w)
		}
	}
	if len(faults) != len(want) {
		t.Errorf("faults %v", faults)
	}
}
