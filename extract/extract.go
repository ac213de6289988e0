// Package extract is the craft: the standard list of stages that take an
// article's text to claims and their speakers. The models and word lists they
// need are embedded; nothing is read or downloaded at run time.
package extract

import (
	"github.com/hearsay-nlp/hearsay/extract/attribute"
	"github.com/hearsay-nlp/hearsay/extract/entity"
	"github.com/hearsay-nlp/hearsay/extract/quote"
	"github.com/hearsay-nlp/hearsay/extract/sentence"
	"github.com/hearsay-nlp/hearsay/extract/speaker"
	"github.com/hearsay-nlp/hearsay/extract/tag"
	"github.com/hearsay-nlp/hearsay/extract/token"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

// Version names what extraction gives: it changes whenever the same text may
// give other claims, so that a store knows to extract again.
const Version = "2"

// MinConfidence is the confidence from which Stages makes claims, chosen by
// jackknife on the training articles for the best F1.
const MinConfidence = attribute.MinConfidence

// Stages is the standard list, in order.
func Stages() []pipeline.Stage { return StagesFrom(MinConfidence) }

// StagesFrom is the standard list with claims of confidence p (0 to 1) and
// above. A lower p finds more and errs more.
func StagesFrom(p float64) []pipeline.Stage {
	return append(Preparation(), attribute.StageFrom(p), speaker.Stage())
}

// Preparation is the stages before claims: what claims are learned from.
func Preparation() []pipeline.Stage {
	return []pipeline.Stage{
		token.Stage(),
		sentence.Stage(),
		tag.Stage(),
		entity.Stage(),
		quote.Stage(),
	}
}
