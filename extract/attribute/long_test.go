package attribute_test

import (
	"strings"
	"testing"
	"time"

	"github.com/hearsay-nlp/hearsay/extract/attribute"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

// TestLongSentence: a text without a full stop takes no more time per word
// than any other.
func TestLongSentence(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	d := pipeline.New("long", strings.Repeat("and she said that the bridge would close and he denied it ", 2500))
	if err := pipeline.Apply(d, before()); err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	if err := pipeline.Apply(d, []pipeline.Stage{attribute.Stage()}); err != nil {
		t.Fatal(err)
	}
	if took, limit := time.Since(start), 20*time.Second; took > limit {
		t.Errorf("%d tokens took %v, over %v", len(d.Tokens), took, limit)
	}
	t.Log(len(d.Tokens), len(d.Sentences), time.Since(start))
}
