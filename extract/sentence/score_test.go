package sentence_test

import (
	"bufio"
	"compress/gzip"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/hearsay-nlp/hearsay/extract/sentence"
	"github.com/hearsay-nlp/hearsay/extract/token"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

const corpus = "../../../shared/data/polnear"

var stages = []pipeline.Stage{token.Stage(), sentence.Stage()}

// silver reads where the sentences end that CoreNLP found in the articles of
// one part of PolNeAR, by article.
func silver(tb testing.TB, part string) map[string][]int {
	tb.Helper()
	f, err := os.Open(filepath.Join(corpus, "silver-"+part+".conllu.gz"))
	if errors.Is(err, fs.ErrNotExist) {
		tb.Skip("PolNeAR is not here: ", err)
	}
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		tb.Fatal(err)
	}
	ends := map[string][]int{}
	name, at := "", 0
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		line := lines.Text()
		if id, ok := strings.CutPrefix(line, "# newdoc id = "); ok {
			name, at = id, 0
		}
		if line == "" && at > 0 {
			ends[name] = append(ends[name], at)
			at = 0
		}
		if i := strings.LastIndex(line, "|End="); i >= 0 {
			if at, err = strconv.Atoi(line[i+len("|End="):]); err != nil {
				tb.Fatal(err)
			}
		}
	}
	if err := lines.Err(); err != nil {
		tb.Fatal(err)
	}
	return ends
}

func article(tb testing.TB, part, name string) *pipeline.Document {
	tb.Helper()
	text, err := os.ReadFile(filepath.Join(corpus, part, "text", name+".txt"))
	if err != nil {
		tb.Fatal(err)
	}
	return pipeline.New(name, string(text))
}

// near finds an offset that is at most one character away from at.
func near(set map[int]bool, at int) bool { return set[at] || set[at-1] || set[at+1] }

func TestAgainstSilver(t *testing.T) {
	precise, recalled, ours, theirs := 0, 0, 0, 0
	for name, gold := range silver(t, "dev") {
		d := article(t, "dev", name)
		if err := pipeline.Apply(d, stages); err != nil {
			t.Fatal(err)
		}
		want, got := map[int]bool{}, map[int]bool{}
		for _, at := range gold {
			want[at] = true
		}
		around := func(at int) string { return d.Text[max(0, at-40):at] + "|" + d.Text[at:min(len(d.Text), at+30)] }
		for _, s := range d.Sentences {
			got[s.End] = true
			if near(want, s.End) {
				precise++
			} else if testing.Verbose() {
				t.Logf("ours only:   %q", around(s.End))
			}
		}
		for _, at := range gold {
			if near(got, at) {
				recalled++
			} else if testing.Verbose() {
				t.Logf("silver only: %q", around(at))
			}
		}
		ours += len(d.Sentences)
		theirs += len(gold)
	}
	p, r := float64(precise)/float64(ours), float64(recalled)/float64(theirs)
	f1 := 2 * p * r / (p + r)
	t.Logf("precision %.4f recall %.4f F1 %.4f over %d sentences", p, r, f1, theirs)
	if f1 < .957 {
		t.Errorf("F1 of sentence ends against the silver is %.4f, want .957 or more", f1)
	}
}
