// Package speaker names the speakers of claims within one article: a surname
// is led back to the full name, a title or pronoun to the person, an
// organization, office or group stands as itself, and a person whom the
// article never names is kept as what it calls them.
//
// It knows no other article: identity across articles is the store's work.
package speaker

import "github.com/hearsay-nlp/hearsay/pipeline"

// Stage names the speakers of a document's claims.
func Stage() pipeline.Stage {
	return pipeline.Stage{
		Name:     "speaker",
		Doc:      "names the speaker of each claim by the fullest form in the article",
		Requires: pipeline.Tokens | pipeline.Sentences | pipeline.Tags | pipeline.Mentions | pipeline.Quotes | pipeline.Claims,
		Provides: pipeline.Speakers,
		Run:      run,
	}
}

func run(d *pipeline.Document) error {
	if len(d.Claims) == 0 {
		return nil
	}
	r := newResolver(d)
	for i := range d.Claims {
		r.resolve(i)
	}
	r.ownVoices()
	return nil
}
