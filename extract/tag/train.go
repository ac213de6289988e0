package tag

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/extract/learn"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

const (
	epochs = 8
	seed   = 1
)

// pruning was chosen on PolNeAR's dev part.
var pruning = learn.Pruning{MinUpdates: 3, MinWeight: .1}

// Train learns from documents whose tokens have their right tags and lemmas.
// The documents are not changed.
func Train(docs []*pipeline.Document, progress learn.Progress) (*Model, error) {
	counts := count(docs)
	m := &Model{tags: counts.tags(), lexicon: counts.lexicon()}
	if len(m.tags) < 2 || len(m.tags) > 64 {
		return nil, fmt.Errorf("train tagger: documents have %d different tags", len(m.tags))
	}
	var err error
	if m.lemmas, err = counts.lemmas(m.tags); err != nil {
		return nil, fmt.Errorf("train tagger: %w", err)
	}

	sentences := m.examples(docs)
	trainer := learn.NewPerceptronTrainer(len(m.tags))
	random := learn.NewRand(seed)
	for epoch := range epochs {
		right, all := 0, 0
		for _, i := range learn.Order(random, len(sentences)) {
			right += sentences[i].learn(trainer, len(m.tags))
			all += len(sentences[i].words)
		}
		progress.Tell(learn.Report{
			Phase: "tag", Done: epoch + 1, Total: epochs,
			Note: fmt.Sprintf("%.2f %% of training tags right", 100*float64(right)/float64(max(all, 1))),
		})
	}
	if m.weights, err = trainer.Freeze(pruning); err != nil {
		return nil, fmt.Errorf("train tagger: %w", err)
	}
	return m, nil
}

// An example is a sentence with its right tags.
type example struct {
	words []word
	gold  []uint8
	tags  []uint8 // as decided in training
}

func (m *Model) examples(docs []*pipeline.Document) []example {
	number := map[string]uint8{}
	for i, t := range m.tags {
		number[t] = uint8(i)
	}
	var all []example
	for _, d := range docs {
		words := m.lexicon.read(d)
		for _, s := range d.Sentences {
			e := example{words: words.all[s.First:s.Last], tags: make([]uint8, s.Last-s.First)}
			for i := s.First; i < s.Last; i++ {
				e.gold = append(e.gold, number[d.Tokens[i].Tag])
			}
			all = append(all, e)
		}
	}
	return all
}

// learn tags the sentence as the model stands, learning from each mistake,
// and returns how many tags were right.
func (e *example) learn(t *learn.PerceptronTrainer, tags int) (right int) {
	var scores learn.Scores
	var buf [len(templates)]uint32
	for i := range e.words {
		guess := int(e.words[i].only)
		if guess == several {
			keys := features(buf[:0], e.words, e.tags, i)
			t.Score(keys, &scores)
			guess = scores.Best(tags)
			t.Learn(keys, int(e.gold[i]), guess)
		}
		e.tags[i] = uint8(guess)
		if guess == int(e.gold[i]) {
			right++
		}
	}
	return right
}

// tally counts what words were seen with.
type tally struct {
	exact, lower map[uint32]map[string]int    // word id to tag to count
	lemma        map[[2]string]map[string]int // tag and form to lemma to count
	all          map[string]int               // tags
}

func count(docs []*pipeline.Document) *tally {
	c := &tally{
		exact: map[uint32]map[string]int{}, lower: map[uint32]map[string]int{},
		lemma: map[[2]string]map[string]int{}, all: map[string]int{},
	}
	blank := lexicon{only: learn.NewTable(nil), classes: learn.NewTable(nil)}
	for _, d := range docs {
		words := blank.read(d)
		for i, t := range d.Tokens {
			c.all[t.Tag]++
			add(c.exact, words.all[i].exact, t.Tag)
			add(c.lower, words.all[i].lower, t.Tag)
			if !strings.ContainsAny(t.Lemma, " \t\u00a0") && t.Lemma != "" {
				add(c.lemma, [2]string{t.Tag, string(words.lower(i))}, t.Lemma)
			}
		}
	}
	return c
}

func add[K comparable](m map[K]map[string]int, key K, what string) {
	if m[key] == nil {
		m[key] = map[string]int{}
	}
	m[key][what]++
}

func (c *tally) tags() []string { return slices.Sorted(maps.Keys(c.all)) }

// lexicon keeps the one tag of words seen 20 times or more of which 99.5 %
// have it, and the tags of words seen four times or more that make up at
// least 5 % each.
func (c *tally) lexicon() lexicon {
	number := map[string]uint64{}
	for i, t := range c.tags() {
		number[t] = uint64(i)
	}
	only, classes := map[uint32]uint64{}, map[uint32]uint64{}
	for id, tags := range c.exact {
		n := total(tags)
		for tag, k := range tags {
			if n >= 20 && 1000*k >= 995*n {
				only[id] = number[tag]
			}
		}
	}
	for id, tags := range c.lower {
		n := total(tags)
		for tag, k := range tags {
			if n >= 4 && 20*k >= n {
				classes[id] |= 1 << number[tag]
			}
		}
	}
	return lexicon{only: learn.NewTable(only), classes: learn.NewTable(classes)}
}

func total(m map[string]int) (n int) {
	for _, k := range m {
		n += k
	}
	return n
}

// lemmas keeps the nouns and verbs that occur, and the lemmas that the rules
// get wrong.
func (c *tally) lemmas(tags []string) (*lemmas, error) {
	bases := map[uint32]uint64{}
	for at, seen := range c.lemma {
		for lemma := range seen {
			switch at[0] {
			case "NN", "NNS":
				bases[learn.ID(lemma)] |= nounBase
			case "VB", "VBP", "VBZ", "VBD", "VBN", "VBG":
				bases[learn.ID(lemma)] |= verbBase
			}
		}
	}
	l, err := newLemmas(tags, "", learn.NewTable(bases))
	if err != nil {
		return nil, err
	}
	var lines []string
	for at, seen := range c.lemma {
		lemma := mostFrequent(seen)
		tag := uint8(slices.Index(tags, at[0]))
		if at[0] != "NNPS" && !strings.ContainsAny(at[1], " \t\u00a0") && l.lookup().of(at[1], []byte(at[1]), tag) != lemma {
			lines = append(lines, at[0]+" "+at[1]+" "+lemma+"\n")
		}
	}
	slices.Sort(lines)
	return newLemmas(tags, strings.Join(lines, ""), l.bases)
}

// mostFrequent is the key with the highest count, the first in order if
// several tie.
func mostFrequent(m map[string]int) string {
	best := ""
	for _, k := range slices.Sorted(maps.Keys(m)) {
		if best == "" || m[k] > m[best] {
			best = k
		}
	}
	return best
}
