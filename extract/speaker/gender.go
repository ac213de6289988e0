package speaker

// A gender is what an article's words tell of a person's gender.
type gender uint8

const (
	unknown gender = iota
	male
	female
)

// genderOf reads a gender off one lower-case title, role or kinship word, or
// pronoun.
func genderOf(word string) gender {
	switch {
	case is("male", word):
		return male
	case is("female", word):
		return female
	}
	return unknown
}

// genderOfGiven reads a gender off a lower-case given name.
func genderOfGiven(word string) gender {
	if g := genderOf(word); g != unknown {
		return g
	}
	switch {
	case givenNames()["male"][word]:
		return male
	case givenNames()["female"][word]:
		return female
	}
	return unknown
}

// genderOfName reads a person's gender off given names and nickname.
func genderOfName(n name) gender {
	if n.nick != "" {
		if g := genderOfGiven(n.nick); g != unknown {
			return g
		}
	}
	for _, w := range n.given {
		if g := genderOfGiven(w); g != unknown {
			return g
		}
	}
	return unknown
}

// titleGender is the gender that a courtesy title or the like right before
// token i tells.
func (r *resolver) titleGender(i int) gender {
	for k := i - 1; k >= 0 && k >= i-4 && is("title", r.low[k]); k-- {
		if g := genderOf(r.low[k]); g != unknown {
			return g
		}
	}
	return unknown
}

// voteGender decides the gender of people whose names and titles tell none by
// the pronouns that follow their names before anybody else is named.
func (r *resolver) voteGender() {
	for oi := range r.names {
		o := &r.names[oi]
		if o.person == none || r.quoted[o.first] || r.people[o.person].gender != unknown {
			continue
		}
		end := len(r.low)
		if oi+1 < len(r.names) {
			end = r.names[oi+1].first
		}
		if s := r.sentence[o.first] + 2; s < len(r.doc.Sentences) {
			end = min(end, r.doc.Sentences[s].First)
		}
		for i := o.last; i < end; i++ {
			if r.quoted[i] {
				continue
			}
			switch r.low[i] {
			case "he", "his", "himself":
				r.people[o.person].votes++
			case "she", "her", "herself":
				r.people[o.person].votes--
			default:
				continue
			}
			break
		}
	}
	for i := range r.people {
		switch p := &r.people[i]; {
		case p.gender != unknown:
		case p.votes > 0:
			p.gender = male
		case p.votes < 0:
			p.gender = female
		}
	}
}
