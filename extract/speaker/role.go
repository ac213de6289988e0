package speaker

import (
	"strings"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// roleBefore reads the title or role right before a name: "Russian Foreign
// Minister Sergei Lavrov". Courtesy titles are no roles.
func (r *resolver) roleBefore(m pipeline.Mention) string {
	i := m.First
	for i < m.Last-1 && is("title", r.lower(i)) {
		i++
	}
	end := i
	first := i
	for first > 0 && r.roleWord(first-1) && r.sentenceOf(first-1) == r.sentenceOf(m.First) {
		first--
	}
	for first < end && (r.tag(first) == "DT" || r.tag(first) == "PRP$" || r.tag(first) == "POS" || r.tag(first) == "CC") {
		first++
	}
	if first == end || !r.isNoun(end-1) || courtesy(r.lower(end-1)) || end-first > 8 {
		return ""
	}
	return r.span(first, end)
}

// roleApart reads the role that a name stands beside as an aside: "The
// director, Claudia Renz,".
func (r *resolver) roleApart(m pipeline.Mention) string {
	i := m.First - 1
	for i > 0 && (is("title", r.lower(i))) {
		i--
	}
	if i < 1 || r.lower(i) != "," || r.tag(i-1) != "NN" && r.tag(i-1) != "NNP" || r.mentionAt(i-1) != pipeline.MentionOther {
		return ""
	}
	first := i
	for first > 0 && r.roleWord(first-1) && r.sentenceOf(first-1) == r.sentenceOf(m.First) {
		first--
	}
	if first == 0 || first == i || i-first > 6 || r.tag(first-1) != "DT" && r.tag(first-1) != "PRP$" {
		return ""
	}
	return r.span(first, i)
}

// roleWord reports whether token i can be part of a role before a name.
func (r *resolver) roleWord(i int) bool {
	switch r.tag(i) {
	case "NN", "NNS", "NNP", "NNPS", "JJ", "POS", "VBN":
		return r.mentionAt(i) != pipeline.MentionPerson || r.tag(i) == "POS"
	}
	return strings.HasPrefix(r.lower(i), "then-") || r.lower(i) == "former"
}

func courtesy(w string) bool {
	switch strings.TrimSuffix(w, ".") {
	case "mr", "mrs", "ms", "miss", "sir", "dr":
		return true
	}
	return false
}

// roleAfter reads the role in an aside behind a name: ", a retired general,".
func (r *resolver) roleAfter(m pipeline.Mention) string {
	i := m.Last
	n := len(r.doc.Tokens)
	if i+1 >= n || r.lower(i) != "," || r.sentenceOf(i) != r.sentenceOf(m.First) {
		return ""
	}
	first := i + 1
	switch r.tag(first) {
	case "DT", "JJ", "NN", "NNP", "PRP$", "NNS":
	default:
		return ""
	}
	last, noun := first, false
	for last < n && last-first < 16 && r.sentenceOf(last) == r.sentenceOf(first) {
		t := r.tag(last)
		if r.lower(last) == "," || strings.HasPrefix(t, "VB") && t != "VBN" && t != "VBG" || t == "MD" || t == "." || r.lower(last) == "who" || r.lower(last) == "(" || t == ":" {
			break
		}
		if t == "CC" && !noun {
			return ""
		}
		noun = noun || t == "NN" || t == "NNS"
		last++
	}
	if !noun || last == first || last >= n || strings.HasPrefix(r.tag(last), "VB") && r.lower(last) != "," {
		return ""
	}
	if r.tag(first) == "DT" || r.tag(first) == "PRP$" {
		if r.tag(first) == "PRP$" {
			return r.span(first, last)
		}
		first++
	}
	if first == last {
		return ""
	}
	return r.span(first, last)
}
