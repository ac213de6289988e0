package speaker

import (
	"sort"
	"strings"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// bodies are the organizations, places and the like that the article names.
type bodies struct {
	all    []int            // their mentions, in text order
	byLast map[string][]int // the same by lower-case last word
	short  map[string]int   // the mention that an acronym abbreviates
	count  map[string]int   // how often each is named, by lower-case text
}

// gatherBodies lists what the article names besides people.
func (r *resolver) gatherBodies() {
	r.bodies = bodies{byLast: map[string][]int{}, short: map[string]int{}, count: map[string]int{}}
	for mi, m := range r.doc.Mentions {
		if m.Type != pipeline.MentionOrganization {
			continue
		}
		r.bodies.all = append(r.bodies.all, mi)
		r.bodies.count[lower(r.span(m.First, m.Last))]++
		if m.Last-m.First < 2 {
			continue
		}
		last := r.low[m.Last-1]
		r.bodies.byLast[last] = append(r.bodies.byLast[last], mi)
		for _, short := range []string{r.initials(m.First, m.Last, false), r.initials(m.First, m.Last, true)} {
			if _, known := r.bodies.short[short]; !known && len(short) > 1 {
				r.bodies.short[short] = mi
			}
		}
	}
}

// initials are the first letters of a name's words, in lower case, of small
// words too if all is set.
func (r *resolver) initials(first, last int, all bool) string {
	var b strings.Builder
	for i := first; i < last; i++ {
		if r.hasLetter(i) && r.tag(i) != "POS" && (all || r.capital(i)) {
			for _, c := range r.low[i] {
				b.WriteRune(c)
				break
			}
		}
	}
	return b.String()
}

// fullerBody is the fullest form of an organization named at [first, last): what
// its acronym stands for, or the full name whose last words it repeats ("the
// ministry" after "the Defense Ministry").
func (r *resolver) fullerBody(first, last int) (string, bool) {
	name := r.span(first, last)
	if last-first == 1 && r.acronym(first) {
		if mi, ok := r.bodies.short[strings.ReplaceAll(r.low[first], ".", "")]; ok {
			m := r.doc.Mentions[mi]
			return r.span(m.First, m.Last), true
		}
	}
	best := name
	low := " " + lower(name)
	list := r.bodies.byLast[r.low[last-1]]
	for k := sort.Search(len(list), func(k int) bool { return r.doc.Mentions[list[k]].First >= last }) - 1; k >= 0 && k > len(list)-40; k-- {
		m := r.doc.Mentions[list[k]]
		full := r.span(m.First, m.Last)
		if len(full) > len(best) && strings.HasSuffix(lower(full), low) {
			best = full
		}
	}
	return best, best != name
}

// genericBody leads "the company" or "the agency" to the body that it means:
// the one named most, and most lately, before it.
func (r *resolver) genericBody(first, head int) (string, bool) {
	noun := r.low[head]
	company, bureau := is("company", noun), is("bureau", noun)
	if !r.definite(first) || r.low[first] == "his" || r.low[first] == "her" || head-first != 1 || !company && !bureau && noun != "union" {
		return "", false
	}
	best, bestScore := none, 0.0
	at := sort.Search(len(r.bodies.all), func(k int) bool { return r.doc.Mentions[r.bodies.all[k]].First >= first })
	for k := at - 1; k >= 0 && k >= at-30; k-- {
		m := r.doc.Mentions[r.bodies.all[k]]
		last := m.Last - 1
		public := is("government", r.low[last]) || is("government", r.low[m.First])
		named := r.low[last] == noun
		if company && !named && is("organization", r.low[last]) && !is("company", r.low[last]) && !incorporated(r.low[last]) {
			continue
		}
		if !named && (company && public || bureau && !public && !r.acronym(last) || noun == "union") {
			continue
		}
		score := float64(min(r.bodies.count[lower(r.span(m.First, m.Last))], 5)) - float64(r.sentence[first]-r.sentence[m.First])/2
		if named || company && incorporated(r.low[last]) {
			score += 6
		}
		if best == none || score > bestScore {
			best, bestScore = r.bodies.all[k], score
		}
	}
	if best == none {
		return r.bodyThatSpoke(company)
	}
	m := r.doc.Mentions[best]
	if full, ok := r.fullerBody(m.First, m.Last); ok {
		return full, true
	}
	return r.span(m.First, m.Last), true
}

// bodyThatSpoke is the last organization to speak under a name.
func (r *resolver) bodyThatSpoke(company bool) (string, bool) {
	for k := len(r.spoken) - 1; company && k >= 0 && k >= len(r.spoken)-8; k-- {
		s := r.doc.Speakers[r.spoken[k].speaker]
		if c := s.Name[:1]; s.Kind == pipeline.Organization && strings.ToUpper(c) == c && !is("document", lower(lastWord(s.Name))) {
			return s.Name, true
		}
	}
	return "", false
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

func incorporated(w string) bool {
	switch strings.TrimSuffix(w, ".") {
	case "inc", "corp", "co", "ltd", "llc", "plc", "holdings", "partners", "company", "corporation", "group":
		return true
	}
	return false
}

// fullerPhrase finds what the article called a document or body named by a
// bare noun ("the report") before: the nearest phrase of the same head with
// more to it.
func (r *resolver) fullerPhrase(first, head int) (string, bool) {
	if !r.definite(first) || head-first != 1 || r.tag(first) == "PRP$" {
		return "", false
	}
	list := r.positions[r.low[head]]
	at := sort.SearchInts(list, first)
	for k := at - 1; k >= 0 && k >= at-12; k-- {
		i := list[k]
		if i+1 < len(r.low) && r.isNoun(i+1) || r.quoted[i] {
			continue
		}
		start := i
		low := r.doc.Sentences[r.sentence[i]].First
		for start > low && i-start < 6 && r.modifier(start-1) {
			start--
		}
		end := i + 1
		if w := r.at(end); (w == "by" || w == "from" || w == "of") && end+1 < len(r.low) {
			for end++; end < len(r.low) && end < i+8 && r.sameSentence(end, i) && (r.isNoun(end) || r.tag(end) == "DT" || r.tag(end) == "JJ"); end++ {
			}
			if !r.isNoun(end - 1) {
				end = i + 1
			}
		}
		if n := end - start; n > 2 || n == 2 && r.low[start] != "new" && r.low[start] != "same" && r.low[start] != "full" {
			return r.named(start, end), true
		}
	}
	return "", false
}

// modifier reports whether token i can stand before a noun as part of its
// phrase.
func (r *resolver) modifier(i int) bool {
	switch r.tag(i) {
	case "NN", "NNP", "NNPS", "NNS", "JJ", "VBN", "POS", "JJR", "JJS":
		return !aside(r.low[i]) && !quoteMark(r.low[i])
	}
	return false
}
