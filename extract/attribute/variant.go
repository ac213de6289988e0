package attribute

import "github.com/hearsay-nlp/hearsay/extract/learn"

// Words that tell where a speaker's words end and the reporter goes on.
var (
	idAccording = learn.ID("according")
	idBut       = learn.ID("but")
	// silence holds the verbs that, negated, say that somebody gave no answer.
	silence = ids("respond", "answer", "reply", "elaborate", "comment", "return", "address", "specify")
	// withholding holds those that after "but did not" say it of more.
	withholding = ids("elaborate", "comment", "specify", "provide", "give", "offer", "respond", "name", "identify", "explain", "clarify", "mention", "say", "disclose")
	// remark holds the verbs by whose participle a reporter tacks a comment
	// onto somebody's words: ", highlighting the importance of …".
	remark = ids("highlight", "emphasize", "emphasise", "underscore", "underline", "reflect", "illustrate", "demonstrate", "signal", "reinforce", "showcase", "exemplify", "indicate", "question", "raise", "suggest")
	// listing holds participles that go on with what was said.
	listing = ids("including", "following", "regarding", "concerning", "depending")
)

func ids(words ...string) map[uint32]bool {
	out := map[uint32]bool{}
	for _, w := range words {
		out[wordID(w)] = true
	}
	return out
}

// evades reports whether a cue makes no claim: it says that somebody gave no
// answer ("did not respond to questions about …"), or it tacks on a comment of
// the reporter's.
func (v *view) evades(c *cue) bool {
	h := &v.tokens[c.head]
	s := &v.sentences[v.of[c.head]]
	if b := v.predicate(c.head); b != none && silence[v.tokens[b].lemma] {
		form, _ := v.form(s, b)
		return form == formNegated
	}
	return c.frame.form == formIng && remark[h.lemma] && v.at(s, c.frame.first-1).is(comma) &&
		c.frame.after != sideQuote && c.frame.after != sideCommaQuote
}

// predicate is the verb that a cue's head belongs to: itself, the one it is an
// auxiliary of, or the one before a noun or preposition; none without one.
func (v *view) predicate(head int) int {
	t := &v.tokens[head]
	switch {
	case t.is(auxiliary):
		return int(v.verbAfter[head])
	case t.is(verb):
		return head
	}
	return int(v.verbBefore[head])
}

// own is content without what follows the speaker's words in the sentence:
// another claim that a conjunction joins on, a reporter's comment, or what is
// behind a dash that no other one closes.
func (d *drafter) own(c *cue, content []int, cues []*cue) []int {
	for k := 1; k < len(content); k++ {
		i := content[k]
		if d.of[i] != d.of[content[k-1]] {
			continue
		}
		if d.joinsClaim(c, i, cues) || d.tokens[i].is(dash) && d.tokens[i].quote == none && !d.closed(i) {
			return content[:k]
		}
		if n := d.participle(i); n != none && remark[d.tokens[n].lemma] {
			if d.tokens[i].is(closes) {
				k++ // the mark belongs to the words
			}
			return content[:k]
		}
		if n := d.participle(i - 1); n == i && remark[d.tokens[n].lemma] || d.withholds(i) {
			return content[:k]
		}
	}
	return content
}

// joinsClaim reports whether a conjunction at i, behind the cue, joins a verb to
// the cue's and not words of the content: "said A and suggested B". The verb
// must be a likely cue of the same form.
func (d *drafter) joinsClaim(c *cue, i int, cues []*cue) bool {
	t, h := &d.tokens[i], &d.tokens[c.head]
	if i < c.head || t.pos != tagCC || t.quote != none || !h.is(verb) {
		return false
	}
	s := &d.sentences[d.of[i]]
	n := i + 1
	for d.at(s, n).is(adverb) {
		n++
	}
	if u := d.at(s, n); !u.is(verb) || u.pos != h.pos {
		return false
	}
	for _, o := range d.rivals(cues, c) {
		if o.head == n {
			return o.p >= likelyCue
		}
	}
	return false
}

// closed reports whether the aside that a dash at i opens is closed by another
// one, or i closes one.
func (d *drafter) closed(i int) bool {
	s := &d.sentences[d.of[i]]
	if d.slice(i) == "-" {
		return true
	}
	for j := s.first; j < s.last; j++ {
		if j != i && d.tokens[j].is(dash) && d.tokens[j].word == d.tokens[i].word {
			return true
		}
	}
	return false
}

// afterthought holds participles that tack on what follows from somebody's
// words, or what the reporter makes of them, as remark does.
var afterthought = ids("explore", "ensure", "mark", "leave", "spark", "fuel", "prompt", "point", "show", "stress", "draw", "cast", "pave", "add", "note", "cite", "cause", "create", "set", "send", "force", "call", "describe", "warn", "argue", "claim", "urge", "accuse", "refer", "criticize", "insist", "express")

// withoutAfterthought is content up to a comma that leads to an afterthought,
// where that ends the content of a claim that is not quoted there.
func (d *drafter) withoutAfterthought(n *candidate) []int {
	for k := 3; k < len(n.content); k++ {
		i := n.content[k]
		if n.cue == nil || i < n.cue.head || d.of[i] != d.of[n.cue.head] || !d.tokens[i].is(comma) || d.tokens[i-1].pos == tagVBG {
			continue
		}
		if p := d.participle(i); p != none && afterthought[d.tokens[p].lemma] {
			return n.content[:k]
		}
	}
	return n.content
}

// throughAside is content that stops before an aside between dashes, gone on
// behind it where an infinitive follows, up to the next mark: "for the EU –
// which has backed Kyiv – to have a say". It is applied to what was chosen.
func (v *view) throughAside(content []int) []int {
	last := content[len(content)-1]
	s := &v.sentences[v.of[last]]
	if v.tokens[last].quote != none || !v.at(s, last+1).is(dash) {
		return content
	}
	from := last + 2
	for from < s.last && (!v.tokens[from].is(dash) || v.tokens[from].word != v.tokens[last+1].word) {
		from++
	}
	if from+2 >= s.last || v.tokens[from+1].pos != tagTo || !v.tokens[from+2].is(verb) {
		return content
	}
	to := from + 1
	for to < s.last && !v.tokens[to].is(comma|terminal|dash|colon|opens) {
		to++
	}
	return appendRun(content, run{last + 1, to})
}

// titled reports whether content is a quotation that names a work: two to
// seven capitalised words without a sentence's end.
func (v *view) titled(content []int) bool {
	capitals := 0
	for _, i := range content {
		t := &v.tokens[i]
		switch {
		case t.quote == none, t.is(terminal):
			return false
		case t.is(opens | closes | comma), small[t.word] && !t.is(upper):
		case t.is(upper):
			capitals++
		default:
			return false
		}
	}
	return capitals > 1 && capitals <= 7
}

// plainCue is how probable a cue must be for what looks like a title to be
// speech.
const plainCue = .9

// small holds the words that titles write in small letters.
var small = ids("the", "of", "a", "an", "and", "in", "to", "on", "for", "with", "at", "by", "from")

// participle is the participle that a comma at i, or a comma and the closing
// quotation mark at i, lead to, or none.
func (d *drafter) participle(i int) int {
	s := &d.sentences[d.of[i]]
	switch t := d.at(s, i); {
	case t.is(comma) && t.quote == none:
	case t.is(closes) && d.at(s, i-1).is(comma):
	default:
		return none
	}
	n := i + 1
	if d.at(s, n).is(adverb) {
		n++
	}
	t := d.at(s, n)
	if t.pos != tagVBG || t.quote != none || listing[t.word] {
		return none
	}
	return n
}

// withholds reads "but did not elaborate" at i, with or without a comma.
func (d *drafter) withholds(i int) bool {
	s := &d.sentences[d.of[i]]
	if d.tokens[i].is(comma) {
		i++
	}
	if t := d.at(s, i); t.word != idBut || t.quote != none {
		return false
	}
	not := false
	for n := i + 1; n < i+6; n++ {
		t := d.at(s, n)
		switch {
		case t.word == idNot || t.word == idNt:
			not = true
		case t.is(verb) && !t.is(auxiliary):
			return not && withholding[t.lemma]
		case !t.is(auxiliary | adverb):
			return false
		}
	}
	return false
}

// beforeParticiple is content up to the first comma that leads to a
// participle; nil if there is none.
func (d *drafter) beforeParticiple(content []int) []int {
	for k := 2; k < len(content); k++ {
		i := content[k]
		if d.tokens[i].is(comma) && d.participle(i) != none && d.tokens[i-1].pos != tagVBG {
			return content[:k]
		}
	}
	return nil
}

// likelyRival is how probable a cue must be to end the content before it.
const likelyRival = .3

// beforeRival is content behind the cue up to the next likely cue and what
// joins it on: "said A and advised B".
func (d *drafter) beforeRival(c *cue, content []int, cues []*cue) []int {
	for _, o := range d.rivals(cues, c) {
		if o.head <= c.head || o.p < likelyRival || d.tokens[o.head].quote != none || !has(content, o.head) {
			continue
		}
		end := o.frame.first
		for end > c.head+1 && (d.tokens[end-1].is(comma|adverb) || d.tokens[end-1].pos == tagCC) {
			end--
		}
		k := 0
		for k < len(content) && content[k] < end {
			k++
		}
		if k > 0 {
			return content[:k]
		}
	}
	return nil
}

// accordingTo reads "according to SOURCE" with the rest of the sentence, or
// what precedes it, as content.
func (d *drafter) accordingTo(c *cue) (source, content []int) {
	s := &d.sentences[d.of[c.head]]
	if d.tokens[c.head].word != idAccording || d.at(s, c.head+1).pos != tagTo {
		return nil, nil
	}
	end := c.head + 2
	for end < s.last && !d.tokens[end].is(comma|terminal|dash|opens) {
		end++
	}
	source = appendRun(nil, run{c.head + 2, end})
	if c.head <= s.first+1 {
		content = appendRun(nil, run{min(end+1, s.last), s.last})
	} else {
		content = appendRun(nil, run{s.first, c.head})
	}
	for len(content) > 0 && d.tokens[content[len(content)-1]].is(terminal|comma) {
		content = content[:len(content)-1]
	}
	return source, content
}

// beforeComma is source up to its first comma; nil if it has none.
func (d *drafter) beforeComma(source []int) []int {
	for k, i := range source {
		if k > 0 && d.tokens[i].is(comma) {
			return source[:k]
		}
	}
	return nil
}
