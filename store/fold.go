package store

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// unaccented maps the letters whose stroke or ligature Unicode does not
// decompose, and the marks that people type in several ways.
var unaccented = strings.NewReplacer(
	"ł", "l", "ø", "o", "đ", "d", "ð", "d", "þ", "th", "æ", "ae", "œ", "oe", "ı", "i", "ħ", "h", "ß", "ss",
	"’", "'", "‘", "'", "ʼ", "'", "`", "'", ".", "", "-", " ", "‐", " ", "‑", " ", "–", " ",
)

// Fold gives the form of a name under which it is looked up: lower case,
// without accents and full stops, hyphens as blanks, blanks single.
func Fold(name string) string {
	s := strings.ToLower(norm.NFKD.String(name))
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(unaccented.Replace(s)), " ")
}

// generation is what may stand behind a surname, particles what may stand
// before one and belongs to it; both folded.
var (
	generation = map[string]bool{"jr": true, "sr": true, "ii": true, "iii": true, "iv": true}
	particles  = map[string]bool{
		"al": true, "bin": true, "da": true, "de": true, "del": true, "della": true, "der": true, "di": true,
		"dos": true, "du": true, "el": true, "la": true, "le": true, "ten": true, "van": true, "von": true, "zu": true,
	}
)

// surnames gives the forms by which people look for a person of that full
// name: its last word, and that with its particles ("Leyen", "von der
// Leyen"). A name of one word has none.
func surnames(full string) []string {
	words := strings.Fields(full)
	for len(words) > 1 && generation[Fold(strings.Trim(words[len(words)-1], ","))] {
		words = words[:len(words)-1]
	}
	if len(words) < 2 {
		return nil
	}
	last := strings.Trim(words[len(words)-1], ",")
	names := []string{last}
	first := len(words) - 1
	for first > 1 && particles[Fold(words[first-1])] {
		first--
	}
	if first < len(words)-1 {
		names = append(names, strings.Join(words[first:len(words)-1], " ")+" "+last)
	}
	return names
}

// betterName reports whether a is a better display form than b of one folded
// name: mixed case before one case throughout, then more accents and full
// stops (more bytes), then by the alphabet. It is a total order, so that the
// choice does not hang on which article came first.
func betterName(a, b string) bool {
	mixed := func(s string) bool { return s != strings.ToUpper(s) && s != strings.ToLower(s) }
	switch {
	case mixed(a) != mixed(b):
		return mixed(a)
	case len(a) != len(b):
		return len(a) > len(b)
	}
	return a < b
}
