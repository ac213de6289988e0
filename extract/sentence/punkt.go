package sentence

import (
	"fmt"
	"strings"
	"sync"

	"gopkg.in/neurosnap/sentences.v1"
	"gopkg.in/neurosnap/sentences.v1/english"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// punkt gives the one tokenizer of the process. Building it reads 400 KB of
// parameters; once built it is only read, from any number of goroutines.
var punkt = sync.OnceValues(func() (*sentences.DefaultSentenceTokenizer, error) {
	s, err := english.NewSentenceTokenizer(nil)
	if err != nil {
		return nil, fmt.Errorf("load Punkt parameters: %w", err)
	}
	return s, nil
})

// ask lets Punkt decide the ends that want it. Its judgement of a full stop
// rests on the word before and the word behind it alone, so that only these
// are shown to it.
func ask(s *sentences.DefaultSentenceTokenizer, d *pipeline.Document, ends []end) {
	var text strings.Builder
	at := make([]int, 0, len(ends)) // where in text the asked ends' words end
	asked := make([]*end, 0, len(ends))
	for i := range ends {
		e := &ends[i]
		if !e.asks {
			continue
		}
		write(&text, d.Slice(e.word))
		at = append(at, text.Len())
		asked = append(asked, e)
		text.WriteByte(' ')
		write(&text, d.Slice(e.next))
		text.WriteString(" - ")
		e.breaks = false
	}
	if len(asked) == 0 {
		return
	}
	for _, position := range s.SentencePositions(text.String()) {
		for len(at) > 0 && at[0] < position {
			at, asked = at[1:], asked[1:]
		}
		if len(at) > 0 && at[0] == position {
			asked[0].breaks = true
		}
	}
}

// write adds a word as Punkt knows it, with straight apostrophes and without
// what Punkt would take for a blank.
func write(text *strings.Builder, word string) {
	for _, r := range word {
		switch {
		case r == '’' || r == '‘':
			text.WriteByte('\'')
		case r == '“' || r == '”' || r == '»' || r == '›':
			text.WriteByte('"')
		case r == '…':
			text.WriteString("...")
		case sentences.IsCjkPunct(r):
			text.WriteByte('.')
		default:
			text.WriteRune(r)
		}
	}
}
