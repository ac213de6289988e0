package token_test

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

	"github.com/hearsay-nlp/hearsay/extract/token"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

const corpus = "../../../shared/data/polnear"

// silver reads the token spans that CoreNLP gave the articles of one part of
// PolNeAR, by article.
func silver(tb testing.TB, part string) map[string][]pipeline.Span {
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
	spans := map[string][]pipeline.Span{}
	name := ""
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		line := lines.Text()
		if id, ok := strings.CutPrefix(line, "# newdoc id = "); ok {
			name = id
		}
		fields := strings.Split(line, "\t")
		if len(fields) < 10 {
			continue
		}
		var s pipeline.Span
		for kv := range strings.SplitSeq(fields[9], "|") {
			k, v, _ := strings.Cut(kv, "=")
			n, _ := strconv.Atoi(v)
			switch k {
			case "Start":
				s.Start = n
			case "End":
				s.End = n
			}
		}
		spans[name] = append(spans[name], s)
	}
	if err := lines.Err(); err != nil {
		tb.Fatal(err)
	}
	return spans
}

func article(tb testing.TB, part, name string) *pipeline.Document {
	tb.Helper()
	text, err := os.ReadFile(filepath.Join(corpus, part, "text", name+".txt"))
	if err != nil {
		tb.Fatal(err)
	}
	return pipeline.New(name, string(text))
}

func TestAgainstSilver(t *testing.T) {
	both, ours, theirs := 0, 0, 0
	for name, gold := range silver(t, "dev") {
		d := article(t, "dev", name)
		if err := pipeline.Apply(d, []pipeline.Stage{token.Stage()}); err != nil {
			t.Fatal(err)
		}
		want := map[pipeline.Span]bool{}
		for _, s := range gold {
			want[s] = true
		}
		ours += len(d.Tokens)
		theirs += len(gold)
		got := map[pipeline.Span]bool{}
		for _, tok := range d.Tokens {
			got[tok.Span] = true
			if want[tok.Span] {
				both++
			} else if testing.Verbose() {
				t.Logf("ours only:   %q in %q", d.Slice(tok.Span), d.Text[max(0, tok.Start-15):min(len(d.Text), tok.End+15)])
			}
		}
		for _, s := range gold {
			if !got[s] && testing.Verbose() {
				t.Logf("silver only: %q in %q", d.Slice(s), d.Text[max(0, s.Start-15):min(len(d.Text), s.End+15)])
			}
		}
	}
	p, r := float64(both)/float64(ours), float64(both)/float64(theirs)
	f1 := 2 * p * r / (p + r)
	t.Logf("precision %.4f recall %.4f F1 %.4f over %d tokens", p, r, f1, theirs)
	if f1 < .995 {
		t.Errorf("F1 of token spans against the silver is %.4f, want .995 or more", f1)
	}
}
