// Package learn holds the learners that hearsay's stages are made of: feature
// hashing, the averaged perceptron, logistic regression, the linear-chain
// conditional random field, jackknifing, and the one file format of all
// models.
//
// It knows nothing of text, and does no I/O. A caller turns whatever it looks
// at into feature keys (see Feature), a learner gives the keys weights:
//
//	learner          train with           predict with
//	perceptron       PerceptronTrainer    Perceptron.Score
//	logistic         LogisticTrainer      Logistic.Score, Logistic.Probability
//	CRF              CRFTrainer           CRF.Weigh, then Lattice's methods
//
// Trainers are for one goroutine. What Freeze makes of them is pruned,
// quantised to 8 bits, read-only, and safe for any number of readers at once;
// prediction allocates nothing, its working memory being the caller's. The
// same examples in the same order give the same model, byte for byte.
package learn
