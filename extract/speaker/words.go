package speaker

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed words.txt
var wordsTXT string

// wordLists are the lists of words.txt by name.
var wordLists = sync.OnceValue(func() map[string]map[string]bool {
	lists := map[string]map[string]bool{}
	var list map[string]bool
	for line := range strings.Lines(wordsTXT) {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "# "); ok {
			list = map[string]bool{}
			lists[name] = list
			continue
		}
		for _, w := range strings.Fields(line) {
			list[w] = true
		}
	}
	return lists
})

// is reports whether a lower-case word stands in a list.
func is(list, word string) bool { return wordLists()[list][word] }

// A gender is what an article's words tell of a person's gender.
type gender uint8

const (
	unknown gender = iota
	male
	female
)

// genderOf reads a gender off one lower-case word: a title, a role or a given
// name.
func genderOf(word string) gender {
	switch {
	case is("male", word):
		return male
	case is("female", word):
		return female
	}
	return unknown
}
