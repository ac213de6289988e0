package entity

import (
	_ "embed" // the lists
	"strings"
	"sync"

	"github.com/hearsay-nlp/hearsay/extract/learn"
)

// Each list has a word a line, in lower case, and says in lines that begin
// with # where it comes from.
var (
	//go:embed given.txt
	givenNames string
	//go:embed places.txt
	placeWords string
)

// Lists that a word can stand on, as bits of token.lists.
const (
	given = 1 << iota // given names of persons
	place             // words of names of countries and cities
)

// gazetteer maps the ids of words to the lists that hold them.
var gazetteer = sync.OnceValue(func() map[uint32]uint32 {
	lists := make(map[uint32]uint32, 1<<15)
	for bit, text := range map[uint32]string{given: givenNames, place: placeWords} {
		for line := range strings.Lines(text) {
			if word := strings.TrimSpace(line); word != "" && word[0] != '#' {
				lists[learn.ID(word)] |= bit
			}
		}
	}
	return lists
})
