package entity

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/hearsay-nlp/hearsay/extract/learn"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

// An Example is a document with the label of each token: PERSON, LOCATION,
// ORGANIZATION, MISC, or anything else for tokens outside such names. Its
// tags should be those of a tagger that has not seen the document.
type Example struct {
	Doc   *pipeline.Document
	Names []string
}

const (
	epochs = 12
	folds  = 4
	seed   = 1
	hide   = .2 // share of capitalised words hidden in an article, see hidden
)

// pruning was chosen on PolNeAR's dev part.
var pruning = learn.Pruning{MinUpdates: 3, MinWeight: .1}

// Train learns both passes; the second from the output of first passes that
// have not seen the document. Labels of surnames are first made to agree with
// the full names, see repair.
func Train(examples []Example, progress learn.Progress) (*Model, error) {
	all := make([]lesson, len(examples))
	for i, e := range examples {
		if len(e.Names) != len(e.Doc.Tokens) {
			return nil, fmt.Errorf("train names: %s: %d labels for %d tokens", e.Doc.Key, len(e.Names), len(e.Doc.Tokens))
		}
		all[i].article = read(e.Doc)
		for _, name := range e.Names {
			all[i].truth = append(all[i].truth, uint8(max(0, slices.Index(labelNames, name))))
		}
		repair(all[i].article, all[i].truth)
	}
	first, err := trainPass("names, first pass", all, progress)
	if err != nil {
		return nil, err
	}
	err = learn.Jackknife(len(all), folds, seed, func(fold int, rest, held []int) error {
		seen := make([]lesson, len(rest))
		for k, i := range rest {
			seen[k] = all[i]
			seen[k].earlier = nil
		}
		p, err := trainPass(fmt.Sprintf("names, fold %d of %d", fold+1, folds), seen, progress)
		if err != nil {
			return err
		}
		for _, i := range held {
			all[i].earlier = decode(p, all[i].article, nil)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	second, err := trainPass("names, second pass", all, progress)
	if err != nil {
		return nil, err
	}
	return &Model{first: first, second: second}, nil
}

// A lesson is an article with its right labels, and for the second pass those
// of the first.
type lesson struct {
	*article
	truth   []uint8
	earlier []uint8
}

func trainPass(phase string, lessons []lesson, progress learn.Progress) (*learn.Perceptron, error) {
	trainer := learn.NewPerceptronTrainer(numLabels)
	random := learn.NewRand(seed)
	for epoch := range epochs {
		right, all := 0, 0
		for _, i := range learn.Order(random, len(lessons)) {
			r, n := lessons[i].learn(trainer, random)
			right, all = right+r, all+n
		}
		progress.Tell(learn.Report{
			Phase: phase, Done: epoch + 1, Total: epochs,
			Note: fmt.Sprintf("%.2f %% of training labels right", 100*float64(right)/float64(max(all, 1))),
		})
	}
	p, err := trainer.Freeze(pruning)
	if err != nil {
		return nil, fmt.Errorf("train names: %w", err)
	}
	return p, nil
}

// learn labels the article as the weights stand, learning from each mistake,
// and returns how many of the decisions were right.
func (l *lesson) learn(t *learn.PerceptronTrainer, random *rand.Rand) (right, all int) {
	d := newDecoder(l.hidden(random), l.earlier)
	var scores learn.Scores
	var buf [numTemplates]uint32
	for _, s := range d.sentences {
		for i := s.First; i < s.Last; i++ {
			if !d.candidates[i] {
				continue
			}
			keys := d.features(buf[:0], s.First, s.Last, i)
			t.Score(keys, &scores)
			guess := scores.Best(numLabels)
			t.Learn(keys, int(l.truth[i]), guess)
			d.decide(i, uint8(guess))
			all++
			if guess == int(l.truth[i]) {
				right++
			}
		}
	}
	return right, all
}

// hidden is the article with some of its capitalised words made unknown, each
// throughout: what the model then learns must not rest on knowing the names
// of one year's news. An unknown word is one with an id never seen before.
func (l *lesson) hidden(random *rand.Rand) *article {
	alias := make([]uint32, len(l.words))
	for i := range alias {
		if random.Float64() < hide {
			alias[i] = random.Uint32() | 1
		}
	}
	a := *l.article
	a.tokens = slices.Clone(a.tokens)
	for i := range a.tokens {
		if t := &a.tokens[i]; t.flags&hasUpper != 0 && alias[t.word] != 0 {
			t.exact, t.lower, t.lemma = alias[t.word], alias[t.word]^0x5bd1e995, alias[t.word]
		}
	}
	return &a
}
