// Package store keeps articles and their claims in one SQLite file and
// answers what people ask of them: who said what, about what, when, where.
//
// It knows who is who across articles only as far as full names agree (see
// Put); it reads no articles, extracts nothing and prints nothing. Everything
// it returns that is cut from an article carries byte offsets into that
// article's text.
package store
