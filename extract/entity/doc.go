// Package entity finds the names in a text: mentions of persons, places,
// organizations and others (nationalities, parties, events, works).
//
// An averaged perceptron labels tokens from left to right in two passes. The
// second sees what the first made of the whole document, so that a name is
// taken alike wherever it stands. What the package reads are tokens with
// tags; it does not say which mentions are the same person.
package entity
