package conllu

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// An Article is an annotated document over its own text. Its Document has
// tokens with tags and lemmas, and sentences.
type Article struct {
	*pipeline.Document
	Names []string // of each token, the label of its name (PERSON, DATE, …), "O" if in none
}

// Align lays the words of d over text. A sentence that runs over a line end
// is split there, since automatic splitting often misses headlines.
func Align(d *Document, text string) (*Article, error) {
	a := &Article{Document: pipeline.New(d.ID, text)}
	paragraph := -1
	for _, s := range d.Sentences {
		for i := range s.Words {
			w := &s.Words[i]
			token, err := place(w)
			if err != nil {
				return nil, fmt.Errorf("%s: sentence at line %d: word %d: %w", d.ID, s.Line, i+1, err)
			}
			if token.Start < a.end() || token.End > len(text) || token.Start >= token.End {
				return nil, fmt.Errorf("%s: sentence at line %d: word %d: %w: span %v after %d in a text of %d bytes",
					d.ID, s.Line, i+1, ErrSyntax, token.Span, a.end(), len(text))
			}
			newLine := strings.Contains(text[a.end():token.Start], "\n")
			if newLine || paragraph < 0 {
				paragraph++
			}
			if i == 0 || newLine {
				n := len(a.Tokens)
				a.Sentences = append(a.Sentences, pipeline.Sentence{Span: token.Span, First: n, Last: n, Paragraph: paragraph})
			}
			a.Tokens = append(a.Tokens, token)
			last := &a.Sentences[len(a.Sentences)-1]
			last.Last, last.End = len(a.Tokens), token.End
			name := w.Value("NER")
			if name == "" {
				name = "O"
			}
			a.Names = append(a.Names, name)
		}
	}
	a.Have = pipeline.Tokens | pipeline.Sentences | pipeline.Tags
	if err := a.Check(); err != nil {
		return nil, err
	}
	return a, nil
}

// end is where the last token ends.
func (a *Article) end() int {
	if len(a.Tokens) == 0 {
		return 0
	}
	return a.Tokens[len(a.Tokens)-1].End
}

func place(w *Word) (pipeline.Token, error) {
	t := pipeline.Token{Tag: w.XPOS, Lemma: strings.ToLower(w.Lemma)}
	for key, at := range map[string]*int{"Start": &t.Start, "End": &t.End} {
		n, err := strconv.Atoi(w.Value(key))
		if err != nil {
			return t, fmt.Errorf("%w: %s=%q in MISC", ErrSyntax, key, w.Value(key))
		}
		*at = n
	}
	return t, nil
}
