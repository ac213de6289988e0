package attribute

import "github.com/hearsay-nlp/hearsay/pipeline"

// named reports whether a quotation is the name of a work, programme or ship: a
// few words, most of them capitalised, without a sentence's end, where a noun
// phrase goes on. Such a name is nobody's words: the rules read through it.
func (v *view) named(q pipeline.Quote) bool {
	words, capitals := 0, 0
	for i := q.First; i < q.Last; i++ {
		t := v.doc.Slice(v.doc.Tokens[i].Span)
		c := t[0]
		switch {
		case v.mark[i] || i == q.Last-2 && (t == "," || t == "."):
		case c >= 'A' && c <= 'Z':
			words++
			capitals++
		case v.in(i, "the", "of", "a", "an", "and", "in", "to", "on", "for", "with", "at", "by", "from"):
		case c >= 'a' && c <= 'z':
			words++
		case t == "." || t == ";" || t == "!":
			return false
		}
	}
	if words == 0 || words > 7 || capitals < words || q.First == 0 {
		return false
	}
	// "Yes" is one capitalised word as well: a name follows a noun or what
	// leads to one, and a sentence does not begin with it.
	switch p := q.First - 1; v.tag(p) {
	case "NN", "NNS", "NNP", "NNPS", "POS", "IN", "DT", "JJ", "PRP$", "VBG":
		return !v.isVerb(p) || v.tag(p) == "VBG"
	}
	return false
}
