package corpus_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/hearsay-nlp/hearsay/corpus"
)

func ExampleParse() {
	d, err := corpus.Parse("talks.txt", []byte("Talks to begin\n\nFriday, 21 February 2025, 9am GMT\n\nBy Jane Doe\n\nThe minister said: “We will talk.”"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Title)
	fmt.Println(d.Byline)
	fmt.Println(d.Published.Format(time.RFC3339))
	for _, p := range d.Parts {
		fmt.Printf("%v %q\n", p.Span, d.Slice(p.Span))
	}
	// Output:
	// Talks to begin
	// Jane Doe
	// 2025-02-21T09:00:00Z
	// 0:14 "Talks to begin"
	// 16:49 "Friday, 21 February 2025, 9am GMT"
	// 51:62 "By Jane Doe"
}

// TestHeadlines: of PolNeAR's articles, each of which begins with a headline,
// few are taken for ones without.
func TestHeadlines(t *testing.T) {
	files, err := filepath.Glob("../../shared/data/polnear/*/text/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skip("no PolNeAR corpus")
	}
	missed := 0
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		d, err := corpus.Parse(f, data)
		if err != nil {
			t.Fatal(err)
		}
		if err := d.Check(); err != nil {
			t.Fatal(err)
		}
		if d.Text != string(data) {
			t.Errorf("%s: text was changed", f)
		}
		if d.Title == "" {
			missed++
		}
	}
	if 100*missed > len(files) {
		t.Errorf("no headline in %d of %d articles", missed, len(files))
	}
	t.Logf("no headline in %d of %d articles", missed, len(files))
}
