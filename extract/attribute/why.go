package attribute

import (
	"math"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// why says in words what spoke for and against a claim. Weights are log-odds,
// as the models add them up.
func (v *view) why(n *candidate) []pipeline.Reason {
	switch n.kind {
	case kindByline:
		return []pipeline.Reason{{Reason: "a name stands under the quotation", Weight: weight(n.score)}}
	case kindLabel:
		return []pipeline.Reason{{Reason: "a name and a colon stand before the words", Weight: weight(n.score)}}
	case kindQuotation:
		return []pipeline.Reason{{Reason: "the quotation stands alone, and no words nearby say whose it is", Weight: weight(n.score)}}
	}
	c := n.cue
	quoted := "“" + v.slice(c.head) + "”"
	out := []pipeline.Reason{
		{Reason: quoted + " attributes words in a place like this", Weight: weight(c.p)},
		{Reason: v.pattern(n), Weight: weight(n.score)},
	}
	in, _ := v.sureness(c, n.content, labelContent)
	switch {
	case in.n > 0 && in.mean >= .9:
		out = append(out, pipeline.Reason{Reason: "where the words begin and end is plain", Weight: weight(in.mean)})
	case in.n > 0 && in.mean < .6:
		out = append(out, pipeline.Reason{Reason: "where the words begin and end is uncertain", Weight: weight(in.mean)})
	}
	if len(n.source) > 0 {
		if s, _ := v.sureness(c, n.source, labelSource); s.mean < .6 {
			out = append(out, pipeline.Reason{Reason: "who is meant as the source is uncertain", Weight: weight(s.mean)})
		}
	}
	if last := n.content[len(n.content)-1]; v.of[last] != v.of[c.head] || v.of[n.content[0]] != v.of[c.head] {
		out = append(out, pipeline.Reason{Reason: "the words go on in the sentences around", Weight: weight(c.sure)})
	}
	return out
}

// pattern tells how content, source and cue stand.
func (v *view) pattern(n *candidate) string {
	c := n.cue
	first, last := n.content[0], n.content[len(n.content)-1]
	what := "the words stand"
	switch v.claimType(n.content) {
	case pipeline.Direct:
		what = "the quotation stands"
	case pipeline.Mixed:
		what = "words partly quoted stand"
	}
	where := " around it"
	switch {
	case first > c.head:
		where = " behind it"
	case last < c.head:
		where = " before it"
	}
	switch {
	case len(n.source) == 0:
		return what + where + ", and nobody is named as their source"
	case n.source[0] > c.head:
		return what + where + ", and who said them follows it"
	}
	return what + where + ", and who said them precedes it"
}

// weight is the log-odds of a probability, to two places.
func weight(p float64) float64 {
	p = max(.001, min(.999, p))
	return math.Round(100*math.Log(p/(1-p))) / 100
}
