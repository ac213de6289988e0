package attribute

import (
	"sync"

	"github.com/hearsay-nlp/hearsay/extract/learn"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

const (
	seed  = 20161108
	folds = 4
)

// A trainer takes the models' training from step to step.
type trainer struct {
	articles []*article
	rest     [folds][]int // articles to train on
	held     [folds][]int // articles that those models may be applied to
	progress learn.Progress
	telling  sync.Mutex
}

func newTrainer(docs []*pipeline.Document, claims [][]pipeline.Claim, progress learn.Progress) *trainer {
	t := &trainer{progress: progress}
	for i, d := range docs {
		t.articles = append(t.articles, newArticle(d, claims[i]))
	}
	_ = learn.Jackknife(len(docs), folds, seed, func(fold int, rest, held []int) error {
		t.rest[fold], t.held[fold] = rest, held
		return nil
	})
	return t
}

func (t *trainer) all() []int {
	out := make([]int, len(t.articles))
	for i := range out {
		out[i] = i
	}
	return out
}

func (t *trainer) tell(phase string, done, total int, note string) {
	t.telling.Lock()
	defer t.telling.Unlock()
	t.progress.Tell(learn.Report{Phase: phase, Done: done, Total: total, Note: note})
}

// workers is how many models are trained at once. Each is trained by one
// goroutine, so that the number changes nothing but the time.
const workers = 2

// parallel calls each for 0..n-1.
func parallel(n int, each func(i int)) {
	var wg sync.WaitGroup
	next := make(chan int)
	for range workers {
		wg.Go(func() {
			for i := range next {
				each(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
}

// jackknifed trains a model on the rest of each fold and applies it to what
// was held out, then trains one on everything, which it returns.
func jackknifed[M any](t *trainer, train func(articles []int) M, apply func(m M, a *article)) M {
	var whole M
	parallel(folds+1, func(fold int) {
		if fold == folds {
			whole = train(t.all())
			return
		}
		m := train(t.rest[fold])
		for _, i := range t.held[fold] {
			apply(m, t.articles[i])
		}
	})
	return whole
}

// cues trains both cue models.
func (t *trainer) cues() (first, second *learn.Logistic) {
	first = jackknifed(t, func(articles []int) *learn.Logistic {
		return t.trainCue("cues", articles, false)
	}, func(m *learn.Logistic, a *article) {
		var k keys
		a.sayCue(m, &k, a.first, nil)
	})
	return first, t.stackedCues()
}

func (t *trainer) stackedCues() *learn.Logistic {
	return jackknifed(t, func(articles []int) *learn.Logistic {
		return t.trainCue("cues among others", articles, true)
	}, func(m *learn.Logistic, a *article) {
		var k keys
		a.sayCue(m, &k, a.cue, a.first)
	})
}
