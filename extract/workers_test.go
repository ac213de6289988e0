package extract_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/hearsay-nlp/hearsay/extract"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

// TestSameBytes holds extraction to the same result, to the byte, on any number
// of workers, and twice.
func TestSameBytes(t *testing.T) {
	files, err := filepath.Glob("../testdata/articles/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	run := func(workers int) []byte {
		var out bytes.Buffer
		enc := json.NewEncoder(&out)
		src := func(yield func(*pipeline.Document, error) bool) {
			for _, f := range files {
				b, err := os.ReadFile(f)
				if !yield(pipeline.New(f, string(b)), err) {
					return
				}
			}
		}
		err := pipeline.Run(context.Background(), src, extract.Stages(), func(d *pipeline.Document, err error) error {
			if err != nil {
				return err
			}
			return enc.Encode(d)
		}, pipeline.Workers(workers))
		if err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	want := run(1)
	for _, workers := range []int{1, 2, 8} {
		if got := run(workers); !bytes.Equal(got, want) {
			t.Errorf("%d workers gave other bytes than one", workers)
		}
	}
}
