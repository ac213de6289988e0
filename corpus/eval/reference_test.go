package eval_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/hearsay-nlp/hearsay/corpus/brat"
	"github.com/hearsay-nlp/hearsay/corpus/eval"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

const shared = "../../../shared"

// TestReferenceScorers scores perturbed gold claims with this package and
// with the reference scorers, which are scripts beside the corpus.
func TestReferenceScorers(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3")
	}
	if _, err := os.Stat(filepath.Join(shared, "tools/score.py")); err != nil {
		t.Skip("no reference scorers: ", err)
	}
	if testing.Short() {
		t.Skip("runs scripts over a corpus")
	}
	speakers, err := eval.ReadSpeakers(filepath.Join(shared, "data/speakers/dev.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	script := func(name string, args ...string) string {
		t.Helper()
		out, err := exec.Command(python, append([]string{filepath.Join(shared, "tools", name)}, args...)...).Output()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		return string(out)
	}
	dir := filepath.Join(shared, "data/polnear/dev")
	goldFile := filepath.Join(t.TempDir(), "gold.jsonl")
	write(t, goldFile, script("gold.py", dir))

	for seed := range uint64(2) {
		rng := rand.New(rand.NewPCG(seed, 7))
		var scores eval.Scores
		var named eval.SpeakerScores
		var lines strings.Builder
		for a, err := range brat.ReadDir(dir) {
			if err != nil {
				t.Fatal(err)
			}
			gold := eval.Gold(a.Attributions)
			pred := perturb(rng, a.Text, gold, speakers[a.Name])
			scores.Add(a.Name, a.Text, gold, pred)
			named.Add(speakers, a.Name, a.Text, gold, pred)
			if len(pred) > 0 { // an article that is missing counts as empty
				lines.WriteString(predictionLine(t, a, pred))
			}
		}
		predFile := filepath.Join(t.TempDir(), "pred.jsonl")
		write(t, predFile, lines.String())

		want, got := scorerFigures(script("score.py", goldFile, predFile)), figures(scores.Report())
		if len(want) < 30 {
			t.Fatalf("the reference scorer printed only %d figures", len(want))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("seed %d: scores differ (-reference +got):\n%s", seed, diff)
		}
		var table strings.Builder
		if err := named.WriteText(&table); err != nil {
			t.Fatal(err)
		}
		tsv := filepath.Join(shared, "data/speakers/dev.tsv")
		if diff := cmp.Diff(script("speakers.py", goldFile, tsv, predFile), table.String()); diff != "" {
			t.Errorf("seed %d: speakers differ (-reference +got):\n%s", seed, diff)
		}
	}
}

// perturb makes predictions of gold claims: drops some, moves edges, borrows
// the sources of others, repeats some, and names right and wrong speakers.
func perturb(rng *rand.Rand, text string, gold []eval.Claim, names map[string]eval.Name) []eval.Claim {
	var pred []eval.Claim
	if rng.IntN(12) == 0 {
		return nil
	}
	for i, g := range gold {
		for range []int{1, 1, 1, 1, 1, 0, 0, 2}[rng.IntN(8)] {
			p := eval.Claim{Source: move(rng, text, g.Source, 12), Cue: move(rng, text, g.Cue, 6), Content: move(rng, text, g.Content, 90)}
			switch rng.IntN(6) {
			case 0:
				p.Source = gold[rng.IntN(len(gold))].Source
			case 1:
				p.Source, p.Cue = nil, nil
			}
			p.Speaker = names[gold[max(0, i-rng.IntN(2))].ID].Name
			switch words := strings.Fields(p.Speaker + " x"); rng.IntN(6) {
			case 0:
				p.Speaker = words[max(0, len(words)-2)]
			case 1:
				p.Speaker = ""
			case 2:
				p.Speaker = "The " + strings.ToUpper(p.Speaker) + "’s"
			}
			pred = append(pred, p)
		}
	}
	rng.Shuffle(len(pred), func(i, j int) { pred[i], pred[j] = pred[j], pred[i] })
	return pred
}

// move shifts edges of spans by up to reach bytes, to character boundaries,
// and drops a span now and then.
func move(rng *rand.Rand, text string, spans []pipeline.Span, reach int) []pipeline.Span {
	edge := func(at int) int {
		if rng.IntN(2) == 0 {
			return at
		}
		at = min(max(at+rng.IntN(2*reach)-reach, 0), len(text))
		for at < len(text) && !utf8.RuneStart(text[at]) {
			at++
		}
		return at
	}
	var moved []pipeline.Span
	for _, s := range spans {
		m := pipeline.Span{Start: edge(s.Start), End: edge(s.End)}
		if !m.Empty() && rng.IntN(15) > 0 {
			moved = append(moved, m)
		}
	}
	return moved
}

// predictionLine is an article's claims in the scorers' form, which counts in
// code points.
func predictionLine(t *testing.T, a *brat.Article, claims []eval.Claim) string {
	t.Helper()
	points := func(spans []pipeline.Span) [][2]int {
		list := [][2]int{}
		for _, s := range spans {
			list = append(list, [2]int{utf8.RuneCountInString(a.Text[:s.Start]), utf8.RuneCountInString(a.Text[:s.End])})
		}
		return list
	}
	var out []map[string]any
	for _, c := range claims {
		out = append(out, map[string]any{"source": points(c.Source), "cue": points(c.Cue), "content": points(c.Content), "speaker": c.Speaker})
	}
	line, err := json.Marshal(map[string]any{"id": a.Name, "claims": out})
	if err != nil {
		t.Fatal(err)
	}
	return string(line) + "\n"
}

// figures are a report's measures by the scorer's names, as it rounds them.
func figures(r eval.Report) map[string]string {
	round := func(f float64) string { return strconv.FormatFloat(f, 'f', 1, 64) }
	all := map[string]string{"source_acc": round(r.SourceAcc.Percent)}
	for name, m := range map[string]eval.Measure{
		"claim": r.Claim, "claim_quoted": r.ClaimQuoted, "content": r.Content,
		"source_exact": r.Exact.Source, "cue_exact": r.Exact.Cue, "content_exact": r.Exact.Content,
		"source_token": r.Token.Source, "cue_token": r.Token.Cue, "content_token": r.Token.Content,
	} {
		all[name+" p"], all[name+" r"], all[name+" f"], all[name+" n"] = round(m.P), round(m.R), round(m.F), fmt.Sprint(m.N)
	}
	return all
}

var printed = regexp.MustCompile(`'([prfn])': ([\d.]+)`)

// scorerFigures reads what score.py prints, "claim {'p': 45.0, …}".
func scorerFigures(out string) map[string]string {
	all := map[string]string{}
	for line := range strings.Lines(out) {
		name, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		if name == "source_acc" {
			all[name] = strings.TrimSpace(rest)
		}
		for _, m := range printed.FindAllStringSubmatch(rest, -1) {
			all[name+" "+m[1]] = m[2]
		}
	}
	return all
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}
