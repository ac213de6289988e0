package eval

import "slices"

// Scores adds up the measures over articles. The zero Scores is ready for
// use; it is not safe for concurrent use.
type Scores struct {
	// KeepMistakes makes Add record missed, spurious and wrongly sourced
	// claims for WriteErrors.
	KeepMistakes bool

	articles    int
	all, quoted tally
	slices      map[sliceKey]*tally
	exact       [3]counts // source, cue, content
	token       [3]counts
	typed       ratio // matched claims whose stated type is right
	calibration Calibration
	mistakes    []mistake
}

// A tally counts the claims of one sort. Of a pair, the gold claim may be of
// the sort and the predicted one not, so hits are counted on either side.
type tally struct {
	gold, pred               int
	goldClaims, predClaims   int // whole claims right
	goldContent, predContent int // contents right
	sourced                  ratio
}

type counts struct{ hit, gold, pred int }

type ratio struct{ right, of int }

func (r *ratio) add(right bool) {
	r.of++
	if right {
		r.right++
	}
}

// Add scores one article: its text, the gold claims and the predicted ones.
// An article for which nothing was predicted must be added too. Name is the
// file name without extension, of which the part up to the first "_" is the
// outlet.
func (s *Scores) Add(name, text string, gold, pred []Claim) {
	s.articles++
	ws := wordsOf(text)
	g, p := judge(text, ws, gold), judge(text, ws, pred)
	pairs := match(g, p)
	regions := quotedRegions(text)
	goldSorts, predSorts := s.sorts(name, text, ws, regions, g), s.sorts(name, text, ws, regions, p)

	for i := range g {
		each(goldSorts[i], func(t *tally) { t.gold++ })
	}
	for j := range p {
		each(predSorts[j], func(t *tally) { t.pred++ })
	}
	right := make([]bool, len(p))
	for _, m := range pairs {
		ok := sourcesAgree(g[m.gold].source, p[m.pred].source)
		right[m.pred] = ok
		each(goldSorts[m.gold], func(t *tally) {
			t.goldContent++
			if ok {
				t.goldClaims++
			}
			if len(g[m.gold].source) > 0 {
				t.sourced.add(ok)
			}
		})
		each(predSorts[m.pred], func(t *tally) {
			t.predContent++
			if ok {
				t.predClaims++
			}
		})
		if stated := p[m.pred].Type; stated != "" {
			s.typed.add(stated == claimType(ws, regions, g[m.gold]))
		}
	}
	for j := range p {
		s.calibration.add(p[j].Confidence, right[j])
	}
	s.addSpans(g, p)
	if s.KeepMistakes {
		s.addMistakes(name, text, g, p, pairs)
	}
}

func each(tallies []*tally, do func(*tally)) {
	for _, t := range tallies {
		do(t)
	}
}

// addSpans counts whole spans and single words in each role.
func (s *Scores) addSpans(gold, pred []judged) {
	for role, set := range []func(judged) wordSet{
		func(j judged) wordSet { return j.source },
		func(j judged) wordSet { return j.cue },
		func(j judged) wordSet { return j.content },
	} {
		g, p := gather(gold, set), gather(pred, set)
		exact, token := &s.exact[role], &s.token[role]
		exact.gold += g.n
		exact.pred += p.n
		for k, n := range p.whole {
			exact.hit += min(n, g.whole[k])
		}
		token.gold += len(g.words)
		token.pred += len(p.words)
		token.hit += common(g.words, p.words)
	}
}

// A gathering is all spans that an article's claims have in one role.
type gathering struct {
	n     int            // how many
	whole map[string]int // how many of each
	words wordSet        // their words
}

func gather(claims []judged, role func(judged) wordSet) gathering {
	all := gathering{whole: map[string]int{}}
	for _, c := range claims {
		set := role(c)
		if len(set) == 0 {
			continue
		}
		all.n++
		all.whole[set.key()]++
		all.words = append(all.words, set...)
	}
	slices.Sort(all.words)
	all.words = slices.Compact(all.words)
	return all
}
