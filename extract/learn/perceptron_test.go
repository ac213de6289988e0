package learn

import (
	"testing"

	"pgregory.net/rapid"
)

// trainParity teaches which of four classes two features name together.
func trainParity(t testing.TB) *Perceptron {
	t.Helper()
	trainer := NewPerceptronTrainer(4)
	random := NewRand(1)
	var s Scores
	for range 4000 {
		a, b := random.IntN(2), random.IntN(2)
		keys := pairKeys(a, b, random.Uint32N(1000))
		trainer.Score(keys, &s)
		trainer.Learn(keys, 2*a+b, s.Best(4))
	}
	p, err := trainer.Freeze(Pruning{MinUpdates: 3, MinWeight: .01})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func pairKeys(a, b int, noise uint32) []uint32 {
	return []uint32{Feature(0, uint32(a)), Feature(1, uint32(b)), Feature(2, noise)}
}

func TestPerceptronLearns(t *testing.T) {
	p := trainParity(t)
	var s Scores
	for a := range 2 {
		for b := range 2 {
			p.Score(pairKeys(a, b, 5000), &s)
			if got := s.Best(4); got != 2*a+b {
				t.Errorf("class of %d, %d is %d", a, b, got)
			}
		}
	}
	if n := p.Features(); n > 200 {
		t.Errorf("%d features kept: pruning did not work on noise", n)
	}
}

// Averages are those of a plain, slow perceptron that adds all weights up
// after each step.
func TestAveragesAreThoseOfTheTextbook(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const classes, features = 3, 4
		trainer := NewPerceptronTrainer(classes)
		var now, sum [features][classes]float64
		steps := rapid.IntRange(1, 30).Draw(t, "steps")
		for range steps {
			keys := rapid.SliceOfNDistinct(rapid.Uint32Range(0, features-1), 1, 3, rapid.ID[uint32]).Draw(t, "features")
			truth := rapid.IntRange(0, classes-1).Draw(t, "truth")
			var s Scores
			trainer.Score(keys, &s)
			var plain Scores
			for _, f := range keys {
				for c := range classes {
					plain[c] += int32(now[f][c])
				}
			}
			if s != plain {
				t.Fatalf("scores %v, want %v", s[:classes], plain[:classes])
			}
			guess := s.Best(classes)
			// A step's weights count until the next change, as in lazy averaging.
			for f := range now {
				for c := range classes {
					sum[f][c] += now[f][c]
				}
			}
			trainer.Learn(keys, truth, guess)
			if truth != guess {
				for _, f := range keys {
					now[f][truth]++
					now[f][guess]--
				}
			}
		}
		for f := range now {
			sl := trainer.find(uint32(f))
			for i := sl.offset; i < sl.offset+uint32(sl.n); i++ {
				c := uint8(trainer.weight[i])
				if got, want := trainer.average(i), sum[f][c]/float64(steps); !near(want, got) {
					t.Fatalf("average of feature %d for class %d is %v, want %v", f, c, got, want)
				}
			}
		}
	})
}

func TestScoreDoesNotAllocate(t *testing.T) {
	p := trainParity(t)
	keys := pairKeys(1, 1, 7)
	var s Scores
	if n := testing.AllocsPerRun(100, func() { p.Score(keys, &s) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
