package speaker

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed words.txt
var wordsTXT string

//go:embed given.txt
var givenTXT string

// wordLists are the lists of words.txt by name.
var wordLists = sync.OnceValue(func() map[string]map[string]bool {
	return readLists(wordsTXT, "# ")
})

// givenNames are the lists of given.txt: "male" and "female".
var givenNames = sync.OnceValue(func() map[string]map[string]bool {
	return readLists(givenTXT, "= ")
})

func readLists(text, mark string) map[string]map[string]bool {
	lists := map[string]map[string]bool{}
	var list map[string]bool
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, mark); ok {
			list = map[string]bool{}
			lists[name] = list
			continue
		}
		if list == nil {
			continue
		}
		for _, w := range strings.Fields(line) {
			list[w] = true
		}
	}
	return lists
}

// is reports whether a lower-case word stands in a list.
func is(list, word string) bool { return wordLists()[list][word] }

// shortForms leads each given name to the names it stands for or is short for.
var shortForms = sync.OnceValue(func() map[string]map[string]bool {
	forms := map[string]map[string]bool{}
	for set := range wordLists()["nicknames"] {
		names := strings.Split(set, "/")
		for _, w := range names {
			if forms[w] == nil {
				forms[w] = map[string]bool{}
			}
			for _, v := range names {
				forms[w][v] = true
			}
		}
	}
	return forms
})

// synonym is the word under which role nouns of one meaning are compared.
func synonym(w string) string {
	w = spelled(w)
	for _, list := range []string{"lawyer", "judge", "nominee", "boss", "captain", "republican", "democratic", "press"} {
		if is(list, w) {
			return list
		}
	}
	return w
}

// spelled writes a title's abbreviation out.
func spelled(w string) string {
	if s, ok := abbreviations[strings.TrimSuffix(w, ".")]; ok {
		return s
	}
	return w
}

var abbreviations = map[string]string{
	"sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "prof": "professor",
	"cllr": "councillor", "rev": "reverend", "del": "delegate", "lt": "lieutenant", "col": "colonel", "sgt": "sergeant",
	"capt": "captain", "maj": "major", "adm": "admiral", "dr": "doctor",
}

// personNoun reports whether a lower-case noun is what a person is called.
func personNoun(w string) bool {
	w = spelled(w)
	if is("role", w) || is("title", w) && !courtesy(w) {
		return true
	}
	if is("notrole", w) || is("organization", w) || is("document", w) || len(w) < 6 {
		return false
	}
	if i := strings.LastIndexByte(w, '-'); i >= 0 && is("role", w[i+1:]) {
		return true
	}
	for _, end := range []string{"ist", "man", "woman", "keeper", "holder", "eer", "ator", "ician"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// courtesy reports whether a lower-case title tells no role.
func courtesy(w string) bool {
	switch strings.TrimSuffix(w, ".") {
	case "mr", "mrs", "ms", "miss", "sir", "dr", "lord", "lady", "dame", "the", "vice", "chief", "deputy", "lieutenant":
		return true
	}
	return false
}
