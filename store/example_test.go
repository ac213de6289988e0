package store_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/hearsay-nlp/hearsay/pipeline"
	"github.com/hearsay-nlp/hearsay/store"
)

func ExampleDB() {
	ctx := context.Background()
	dir, err := os.MkdirTemp("", "hearsay")
	if err != nil {
		log.Fatal(err)
	}
	defer func() { _ = os.RemoveAll(dir) }()
	db, err := store.Open(ctx, filepath.Join(dir, "hearsay.db"), store.Extractor("1"))
	if err != nil {
		log.Print(err)
		return
	}
	defer func() { _ = db.Close() }()

	// The stages of package extract fill a document in real use.
	doc := pipeline.New("talks.txt", "Sergei Lavrov said Europe was late.")
	doc.Speakers = []pipeline.Speaker{{Name: "Sergei Lavrov", Kind: pipeline.Person}}
	claim := pipeline.Claim{Type: pipeline.Indirect, Content: []pipeline.Span{{Start: 19, End: 34}}, Confidence: 0.9}
	claim.ID = doc.ClaimID(&claim)
	doc.Claims = []pipeline.Claim{claim}
	if _, err := db.Put(ctx, []*pipeline.Document{doc}); err != nil {
		log.Print(err)
		return
	}
	for q, err := range db.Quotes(ctx, store.Query{Speaker: "lavrov", About: "europe"}) {
		if err != nil {
			log.Print(err)
			return
		}
		fmt.Printf("%s: %s\n", q.Speaker.Name, q.Text)
	}
	// Output: Sergei Lavrov: Europe was late
}
