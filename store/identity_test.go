package store

import (
	"testing"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

func TestNamelessStayWithTheirArticle(t *testing.T) {
	for _, tt := range []struct {
		speaker pipeline.Speaker
		want    bool
	}{
		{pipeline.Speaker{Name: "company", Kind: pipeline.Organization}, false},
		{pipeline.Speaker{Name: "senior officials", Kind: pipeline.Group}, false},
		{pipeline.Speaker{Name: "spokesman for Pfizer", Kind: pipeline.Unnamed}, false},
		{pipeline.Speaker{Name: "Pfizer", Kind: pipeline.Organization}, true},
		{pipeline.Speaker{Name: "EU officials", Kind: pipeline.Group}, true},
		{pipeline.Speaker{Name: "bell hooks", Kind: pipeline.Person}, true},
	} {
		if got := named(&tt.speaker); got != tt.want {
			t.Errorf("named(%v) = %v, want %v", tt.speaker, got, tt.want)
		}
	}
}
