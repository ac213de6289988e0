package entity

// repair makes the labels of an article agree about its persons. Automatic
// annotation often takes a surname that stands alone for a place, an
// organization or no name at all ("Trump" in nearly half of PolNeAR's
// sentences), though the article names the person in full. Such a surname is
// labelled as the full name is. What other words it is joined to ("Trump
// Tower") stays as it was.
func repair(a *article, truth []uint8) {
	votes := make([]int, len(a.words)) // full names of persons that end with the word, less other names that do
	for _, s := range a.sentences {
		for i := s.First; i < s.Last; {
			first := i
			for i++; i < s.Last && truth[i] == truth[first]; i++ {
			}
			t := &a.tokens[i-1]
			if i-first < 2 || t.flags&hasUpper == 0 {
				continue
			}
			switch truth[first] {
			case person:
				votes[t.word]++
			case location, organization, miscellaneous:
				votes[t.word]--
			}
		}
	}
	for _, s := range a.spans {
		last := s.last - 1
		if t := &a.tokens[last]; truth[last] == person || votes[t.word] <= 0 || t.flags&headline != 0 {
			continue
		}
		alone := true // but for titles, which are in no name
		for i := s.first; i < last; i++ {
			alone = alone && truth[i] == outside
		}
		if alone && (s.last == len(truth) || truth[s.last] == outside || truth[s.last] != truth[last]) {
			truth[last] = person
		}
	}
}
