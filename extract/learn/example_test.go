package learn_test

import (
	"fmt"

	"github.com/hearsay-nlp/hearsay/extract/learn"
)

func ExampleLogistic() {
	const color, size = 0, 1 // templates
	apple := []uint32{learn.Feature(color, learn.ID("red")), learn.Feature(size, learn.ID("small"))}
	brick := []uint32{learn.Feature(color, learn.ID("red")), learn.Feature(size, learn.ID("large"))}

	trainer := learn.NewLogisticTrainer(10, learn.FTRL{Alpha: .5, Beta: 1, L1: .01, L2: .01})
	for range 50 {
		trainer.Learn(apple, true, 1)
		trainer.Learn(brick, false, 1)
	}
	edible := trainer.Freeze(.001)
	fmt.Println(edible.Probability(apple) > .9, edible.Probability(brick) < .1)
	// Output: true true
}

func ExampleCRF() {
	const shape, follows = 0, 1 // templates
	words := func(s *learn.Sequence, text ...string) {
		s.Reset()
		for _, w := range text {
			s.Add(learn.Any)
			s.Node(learn.Feature(shape, learn.ID(w)))
			s.Edge(learn.Feature(follows, 0))
		}
	}
	var s learn.Sequence
	trainer := learn.NewCRFTrainer(2, 10, 4, learn.FTRL{Alpha: .5, Beta: 1})
	for range 50 {
		words(&s, "so", "<", "x", "x", ">", "so")
		trainer.Learn(&s, []uint8{0, 1, 1, 1, 1, 0})
	}
	model := trainer.Freeze(0)

	var l learn.Lattice
	words(&s, "so", "so", "<", "x", ">", "so")
	model.Weigh(&s, &l)
	labels := l.Best(nil) // a byte a label
	fmt.Printf("%d %v %v\n", labels, l.Marginal(3, 1) > .9, l.LogProb(labels) > -.5)
	// Output: [0 0 1 1 1 0] true true
}
