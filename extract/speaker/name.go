package speaker

import "strings"

// A name is a person's name cut into its lower-case words.
type name struct {
	given    []string // given names and initials before the surname
	nick     string   // nickname in quotation marks, "" if none
	surname  string   // last word but for a suffix; with no given name, the only word
	suffix   string   // "jr" and the like, "" if none
	text     string   // as the article writes it
	nWords   int
	compound []string // all words but nickname and suffix
}

// newName cuts the words of a name. quoted marks the words that stand in
// quotation marks.
func newName(words []string, text string) name {
	n := name{text: text}
	inside := false
	for _, w := range words {
		l := strings.ToLower(w)
		switch {
		case quoteMark(w):
			inside = !inside
		case inside:
			n.nick = l
			n.nWords++
		case len(n.compound) > 0 && suffix(l):
			n.suffix = strings.TrimSuffix(l, ".")
			n.nWords++
		case l != ",":
			n.compound = append(n.compound, l)
			n.nWords++
		}
	}
	if len(n.compound) > 0 {
		n.surname = n.compound[len(n.compound)-1]
		n.given = n.compound[:len(n.compound)-1]
	}
	return n
}

// suffix reports whether a lower-case word tells generations apart.
func suffix(w string) bool {
	switch strings.TrimSuffix(w, ".") {
	case "jr", "sr", "ii", "iii", "iv":
		return true
	}
	return false
}

func quoteMark(w string) bool {
	switch w {
	case "\"", "“", "”", "``", "''", "‘", "’":
		return true
	}
	return false
}

// full reports whether the name has more than a surname.
func (n name) full() bool { return len(n.compound) > 1 }

// first is the first given name, "" if there is none.
func (n name) first() string {
	if len(n.given) == 0 {
		return ""
	}
	return n.given[0]
}

// agrees reports whether two full names can be one person's: one is the end of
// the other ("Suu Kyi", "Aung San Suu Kyi"), or surnames are the same and
// neither given names, middle initials nor suffixes conflict.
func (n name) agrees(o name) bool {
	if n.surname != o.surname || n.suffix != "" && o.suffix != "" && n.suffix != o.suffix {
		return false
	}
	if endsWith(n.compound, o.compound) || endsWith(o.compound, n.compound) {
		return true
	}
	if !n.sameGiven(o.first()) && !o.sameGiven(n.first()) {
		return false
	}
	return len(n.given) < 2 || len(o.given) < 2 || !initial(n.given[1]) && !initial(o.given[1]) || sameInitial(n.given[1], o.given[1])
}

// sameGiven reports whether w can stand for the name's given name: itself, its
// initial, a short form or the nickname.
func (n name) sameGiven(w string) bool {
	f := n.first()
	switch {
	case f == "" || w == "":
		return false
	case f == w || n.nick == w || shortForms()[f][w]:
		return true
	case initial(f) || initial(w):
		return sameInitial(f, w)
	}
	return false
}

func initial(w string) bool { return len([]rune(strings.TrimSuffix(w, "."))) == 1 }

func sameInitial(a, b string) bool {
	x, y := []rune(a), []rune(b)
	return len(x) > 0 && len(y) > 0 && x[0] == y[0]
}

// endsWith reports whether the words of a end with those of b.
func endsWith(a, b []string) bool {
	if len(b) > len(a) {
		return false
	}
	for i := range b {
		if a[len(a)-len(b)+i] != b[i] {
			return false
		}
	}
	return true
}

// misspelt reports whether two long words differ by one letter: replaced,
// left out or doubled, but not the first.
func misspelt(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < 5 || len(y)-len(x) > 1 || x[0] != y[0] {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if len(x) == len(y) {
		return i < len(x) && string(x[i+1:]) == string(y[i+1:])
	}
	return string(x[i:]) == string(y[i+1:])
}
