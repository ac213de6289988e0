package eval

import (
	"slices"
	"sort"
	"strings"
	"unicode"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// words are the maximal runs of letters and digits of a text, in order.
type words []pipeline.Span

func wordsOf(text string) words {
	var ws words
	start := -1
	for i, r := range text {
		switch in := isWord(r); {
		case in && start < 0:
			start = i
		case !in && start >= 0:
			ws = append(ws, pipeline.Span{Start: start, End: i})
			start = -1
		}
	}
	if start >= 0 {
		ws = append(ws, pipeline.Span{Start: start, End: len(text)})
	}
	return ws
}

// A wordSet is a set of words as their numbers, ascending.
type wordSet []int

// in are the words that the spans touch.
func (ws words) in(spans []pipeline.Span) wordSet {
	var set wordSet
	for _, s := range spans {
		i := sort.Search(len(ws), func(i int) bool { return ws[i].Start >= s.Start })
		if i > 0 && ws[i-1].End > s.Start {
			i--
		}
		for ; i < len(ws) && ws[i].Start < s.End; i++ {
			set = append(set, i)
		}
	}
	slices.Sort(set)
	return slices.Compact(set)
}

// common is how many words a and b share.
func common(a, b wordSet) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

func jaccard(a, b wordSet) float64 {
	shared := common(a, b)
	if shared == 0 {
		return 0
	}
	return float64(shared) / float64(len(a)+len(b)-shared)
}

// key makes a set comparable.
func (s wordSet) key() string {
	var b strings.Builder
	for _, w := range s {
		b.WriteRune(rune(w & 0x7fff))
		b.WriteRune(rune(w >> 15))
	}
	return b.String()
}
