package conllu

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
)

// ErrSyntax is wrapped by errors about what stands in a file.
var ErrSyntax = errors.New("bad CoNLL-U")

// A Document is one article of a file.
type Document struct {
	ID        string // of "# newdoc id"
	Sentences []Sentence
}

// A Sentence is a run of words.
type Sentence struct {
	Line  int // number of its first word's line in the file
	Words []Word
}

// A Word is a line; "_" stands for what is not given.
type Word struct {
	Form, Lemma, UPOS, XPOS, Feats string
	Head                           int // number of its head, 0 for the root, -1 if not given
	DepRel, Deps, Misc             string
}

// Value is the value of a key in MISC, such as NER, "" if it has none.
func (w *Word) Value(key string) string {
	for field := range strings.SplitSeq(w.Misc, "|") {
		if k, v, ok := strings.Cut(field, "="); ok && k == key {
			return v
		}
	}
	return ""
}

// Read yields the documents of a file in order, and ends with the first
// error.
func Read(r io.Reader) iter.Seq2[*Document, error] {
	return func(yield func(*Document, error) bool) {
		var doc *Document
		inSentence := false
		in := bufio.NewScanner(r)
		in.Buffer(nil, 1<<20)
		line := 0
		for in.Scan() {
			line++
			text := in.Text()
			if id, ok := documentID(text); ok {
				if doc != nil && !yield(doc, nil) {
					return
				}
				doc, inSentence = &Document{ID: id}, false
				continue
			}
			if text == "" || text[0] == '#' {
				inSentence = inSentence && text != ""
				continue
			}
			word, keep, err := parseWord(text)
			if err != nil {
				yield(nil, fmt.Errorf("line %d: %w", line, err))
				return
			}
			if !keep {
				continue
			}
			if doc == nil {
				doc = &Document{}
			}
			if !inSentence {
				doc.Sentences = append(doc.Sentences, Sentence{Line: line})
				inSentence = true
			}
			s := &doc.Sentences[len(doc.Sentences)-1]
			s.Words = append(s.Words, word)
		}
		if err := in.Err(); err != nil {
			yield(nil, fmt.Errorf("line %d: %w", line+1, err))
			return
		}
		if doc != nil {
			yield(doc, nil)
		}
	}
}

func documentID(line string) (string, bool) {
	rest, ok := strings.CutPrefix(line, "# newdoc")
	if !ok {
		return "", false
	}
	_, id, _ := strings.Cut(rest, "=")
	return strings.TrimSpace(id), true
}

// parseWord reads a line of ten columns; keep is false for multiword (1-2)
// and empty (1.1) nodes.
func parseWord(line string) (w Word, keep bool, err error) {
	cols := strings.Split(line, "\t")
	if len(cols) != 10 {
		return Word{}, false, fmt.Errorf("%w: %d columns, not 10", ErrSyntax, len(cols))
	}
	if strings.ContainsAny(cols[0], "-.") {
		return Word{}, false, nil
	}
	if _, err := strconv.Atoi(cols[0]); err != nil {
		return Word{}, false, fmt.Errorf("%w: word number %q", ErrSyntax, cols[0])
	}
	head := -1
	if cols[6] != "_" {
		if head, err = strconv.Atoi(cols[6]); err != nil {
			return Word{}, false, fmt.Errorf("%w: head %q", ErrSyntax, cols[6])
		}
	}
	return Word{
		Form: cols[1], Lemma: cols[2], UPOS: cols[3], XPOS: cols[4], Feats: cols[5],
		Head: head, DepRel: cols[7], Deps: cols[8], Misc: cols[9],
	}, true, nil
}
