package attribute

// extend follows a quotation out of its sentence: a claim whose content is
// quoted goes on in the quotations that follow it in the paragraph, and in
// those that the next paragraphs reopen, as long as nobody else speaks.
func (v *view) extend(d *draft, taken []bool) {
	if !v.endsQuoted(d) {
		return
	}
	if d.pattern == "a quotation before who said it" || d.content[0].first < d.cue.first {
		v.extendBack(d, taken)
	}
	for {
		last := d.content[len(d.content)-1]
		if q := v.quoteOf(last.last - 1); q != none && v.quotes[q].Continued {
			if n := v.continuation(q); n != none {
				d.content = append(d.content, rng{v.quotes[n].First, v.quotes[n].Last})
				continue
			}
		}
		next, ok := v.nextQuoted(d, taken)
		if !ok {
			return
		}
		d.content = append(d.content, next)
	}
}

// quoteOf is the outermost quotation that holds token i.
func (v *view) quoteOf(i int) int { return v.quote[i] }

// continuation is the quotation that goes on from q.
func (v *view) continuation(q int) int {
	for n := q + 1; n < len(v.quotes); n++ {
		if v.quotes[n].Depth == 0 {
			if v.quotes[n].Continues {
				return n
			}
			return none
		}
	}
	return none
}

// endsQuoted reports whether a claim's content holds a quotation of at least a
// few words at its end.
func (v *view) endsQuoted(d *draft) bool {
	r := d.content[len(d.content)-1]
	if v.quote[r.last-1] == none {
		r = d.content[0]
		return v.quote[r.first] != none && v.quote[r.last-1] != none
	}
	return true
}

// nextQuoted is the quotation that begins right behind the claim, in its
// paragraph, and fills its sentences.
func (v *view) nextQuoted(d *draft, taken []bool) (rng, bool) {
	i := d.all().last
	for _, r := range d.content {
		i = max(i, r.last)
	}
	// To the end of the sentence that the claim ends in: nothing but the rest
	// of its cue may follow there.
	s := v.doc.Sentences[v.sent[i-1]]
	for k := i; k < s.Last; k++ {
		if v.comma(k) && k+3 < s.Last && v.in(k+1, "and", "but") && v.hasFinite(rng{k + 2, s.Last}) {
			return rng{}, false // somebody else acts, and may go on speaking
		}
	}
	i = max(i, s.Last)
	if i >= len(v.lower) || !v.opensQuote(i) || taken[i] {
		return rng{}, false
	}
	if !v.samePart(i-1, i) && (!v.fillsParagraph(i) || v.answers(d, i)) {
		return rng{}, false
	}
	return v.alone(i)
}

// answers reports whether the quotation that opens at i, in a paragraph of its
// own, reads as another speaker's turn: a question after a statement, or
// anything after a question.
func (v *view) answers(d *draft, i int) bool {
	q := v.quotes[v.quote[i]]
	last := d.content[len(d.content)-1]
	return v.asks(rng{q.First, q.Last}) || v.asks(last)
}

// asks reports whether a quotation ends as a question.
func (v *view) asks(r rng) bool {
	for i := r.last - 1; i >= r.first && i >= r.last-2; i-- {
		if v.in(i, "?") {
			return true
		}
	}
	return false
}

// fillsParagraph reports whether the quotation that opens at i makes up the
// next paragraph of the same part whole.
func (v *view) fillsParagraph(i int) bool {
	q := v.quotes[v.quote[i]]
	here, before := v.doc.Sentences[v.sent[i]], v.doc.Sentences[v.sent[i-1]]
	if here.Part != before.Part || here.Paragraph != before.Paragraph+1 {
		return false
	}
	k := q.Last
	for k < len(v.lower) && v.samePart(i, k) {
		if !v.terminal(k) && !v.mark[k] {
			return false
		}
		k++
	}
	return true
}

// alone is the quotation that opens at i, if it makes up its sentences whole.
func (v *view) alone(i int) (rng, bool) {
	q := v.quotes[v.quote[i]]
	end := v.doc.Sentences[v.sent[q.Last-1]]
	for k := q.Last; k < end.Last; k++ {
		if !v.terminal(k) && !v.mark[k] {
			return rng{}, false
		}
	}
	if v.in(q.Last-2, ",") {
		return rng{}, false
	}
	return rng{q.First, q.Last}, true
}

// extendBack adds the quotations that fill the sentences right before a claim
// whose quotation stands before its cue.
func (v *view) extendBack(d *draft, taken []bool) {
	for range 4 {
		first := d.content[0].first
		if first == 0 || !v.opensQuote(first) || !v.closesQuote(first-1) || !v.samePart(first-1, first) {
			return
		}
		q := v.quotes[v.quote[first-1]]
		if taken[q.First] || v.doc.Sentences[v.sent[q.First]].First != q.First {
			return
		}
		d.content = append([]rng{{q.First, q.Last}}, d.content...)
	}
}
