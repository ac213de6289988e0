// Package pipeline holds the vocabulary that every other package of hearsay
// speaks (Document, Span, Token, Sentence, Mention, Quote, Claim, Speaker,
// Stage) and the runner that takes documents through stages on all cores.
//
// It knows nothing of language, files or databases, and imports only the
// standard library.
package pipeline
