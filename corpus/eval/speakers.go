package eval

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// ErrSpeakers is wrapped by the error of a line that is not one of a table of
// speakers.
var ErrSpeakers = errors.New("not document, event, name and kind between tabs")

// A Name is whom the source of a gold attribution is.
type Name struct {
	Name string // canonical; several people are joined by ";"
	Kind string // person, organization, group, unnamed, author or unknown
}

// Speakers has, by article name and event id, whom a source is.
type Speakers map[string]map[string]Name

// ReadSpeakers reads a table of speakers: article, event id, canonical name
// and kind, between tabs.
func ReadSpeakers(path string) (Speakers, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("reading speakers: %w", err)
	}
	defer f.Close()
	all := Speakers{}
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		if lines.Text() == "" {
			continue
		}
		fields := strings.Split(lines.Text(), "\t")
		if len(fields) < 4 {
			return nil, fmt.Errorf("%s:%d: %w", path, n, ErrSpeakers)
		}
		if all[fields[0]] == nil {
			all[fields[0]] = map[string]Name{}
		}
		all[fields[0]][fields[1]] = Name{fields[2], strings.TrimSpace(fields[3])}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return all, nil
}

// SpeakerScores adds up, over articles, how often the speaker that a claim
// names is the right one. The zero SpeakerScores is ready for use.
type SpeakerScores struct {
	rows  [len(speakerRows)]SpeakerRow
	wrong []wrongSpeaker
}

// A SpeakerRow counts the gold attributions whose source is of one sort.
type SpeakerRow struct {
	Sort    string // "all", "name", "pronoun", "nominal" (of a person), "body"
	Gold    int    // attributions
	Matched int    // of them, found with the right content
	Right   int    // of them, naming the right speaker
	Kind    int    // of them, with a speaker of the right kind, whatever the name
}

var speakerRows = [...]string{"all", "name", "pronoun", "nominal", "body"}

type wrongSpeaker struct{ article, event, sort, source, gold, pred string }

// Accuracy is the share of matched claims with the right name, in per cent.
func (r SpeakerRow) Accuracy() float64 { return share(float64(100*r.Right), r.Matched) }

// Recall is the share of gold attributions that were found and rightly named,
// in per cent.
func (r SpeakerRow) Recall() float64 { return share(float64(100*r.Right), r.Gold) }

// Add scores one article. Gold attributions whose speaker is not in names, is
// unknown or is the article's author do not count.
func (s *SpeakerScores) Add(names Speakers, article, text string, gold, pred []Claim) {
	ws := wordsOf(text)
	predicted := judge(text, ws, pred)
	used := make([]bool, len(predicted))
	for _, g := range judge(text, ws, gold) {
		name, ok := names[article][g.ID]
		if !ok || name.Kind == "unknown" || name.Kind == "author" {
			continue
		}
		source := joined(text, g.Source)
		row := speakerSort(source, name)
		s.count(row, func(r *SpeakerRow) { r.Gold++ })
		best := closest(g.content, predicted, used)
		if best < 0 {
			continue
		}
		used[best] = true
		p := predicted[best]
		s.count(row, func(r *SpeakerRow) { r.Matched++ })
		if string(p.Kind) == name.Kind {
			s.count(row, func(r *SpeakerRow) { r.Kind++ })
		}
		if sameSpeaker(name, p.Speaker) {
			s.count(row, func(r *SpeakerRow) { r.Right++ })
		} else {
			s.wrong = append(s.wrong, wrongSpeaker{article, g.ID, row, source, name.Name, p.Speaker})
		}
	}
}

// count counts for a row and for all.
func (s *SpeakerScores) count(row string, do func(*SpeakerRow)) {
	do(&s.rows[0])
	do(&s.rows[slices.Index(speakerRows[:], row)])
}

// closest is the unused claim of the greatest overlap, the last of equals, or
// -1 if none overlaps enough.
func closest(content wordSet, pred []judged, used []bool) int {
	best, overlap := -1, matched
	for i, p := range pred {
		if w := jaccard(content, p.content); !used[i] && w >= overlap {
			best, overlap = i, w
		}
	}
	return best
}

// speakerSort tells how hard a source is to resolve.
func speakerSort(source string, name Name) string {
	canonical := nameWords(name.Name)
	switch {
	case isPronoun(source):
		return "pronoun"
	case name.Kind != string(pipeline.Person):
		return "body"
	case len(canonical) > 0 && slices.Contains(nameWords(source), canonical[len(canonical)-1]):
		return "name"
	}
	return "nominal"
}

// Rows are the counts: all attributions first, then by sort of source.
func (s *SpeakerScores) Rows() []SpeakerRow {
	rows := slices.Clone(s.rows[:])
	for i := range rows {
		rows[i].Sort = speakerRows[i]
	}
	return rows
}

// WriteText writes the rows as a plain table.
func (s *SpeakerScores) WriteText(w io.Writer) error {
	for _, r := range s.Rows() {
		_, err := fmt.Fprintf(w, "%-8s gold %4d  matched %4d  right name %4d  accuracy %.1f  recall %.1f\n", r.Sort, r.Gold, r.Matched, r.Right, r.Accuracy(), r.Recall())
		if err != nil {
			return err
		}
	}
	return nil
}

// WriteErrors writes the attributions whose speaker is wrong.
func (s *SpeakerScores) WriteErrors(w io.Writer) error {
	for _, e := range s.wrong {
		pred := e.pred
		if pred == "" {
			pred = "nobody"
		}
		if _, err := fmt.Fprintf(w, "speaker %s:%s %s %q is %s, not %s\n", e.article, e.event, e.sort, e.source, e.gold, pred); err != nil {
			return err
		}
	}
	return nil
}
