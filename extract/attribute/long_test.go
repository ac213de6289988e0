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
	stages := before()
	perToken := func(n int) time.Duration {
		d := pipeline.New("long", strings.Repeat("and she said that the bridge would close and he denied it ", n))
		if err := pipeline.Apply(d, stages); err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		if err := pipeline.Apply(d, []pipeline.Stage{attribute.Stage()}); err != nil {
			t.Fatal(err)
		}
		return time.Since(start) / time.Duration(len(d.Tokens))
	}
	perToken(10) // loads the model
	// Quadratic cost would make it ten times as much; machines are noisy.
	if short, long := perToken(200), perToken(2000); long > 5*short {
		t.Errorf("a token takes %v in a sentence of 2,400 and %v in one of 24,000", short, long)
	}
}
