package attribute

import (
	"errors"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-nlp/hearsay/extract/learn"
)

// TestCalibration: chances rise with scores, and stated and observed agree
// where the fit was made.
func TestCalibration(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scores := rapid.SliceOfN(rapid.Float64Range(0, 1), 1, 400).Draw(t, "scores")
		var outcomes []outcome
		right := 0.0
		for _, s := range scores {
			o := outcome{s, rapid.Float64Range(0, 1).Draw(t, "luck") < s}
			outcomes = append(outcomes, o)
			right += float64(bit(o.right))
		}
		c := calibrate(outcomes)
		if !slices.IsSorted(c.score) || !slices.IsSorted(c.chance) {
			t.Fatalf("not ascending: %v %v", c.score, c.chance)
		}
		last := -1.0
		for s := 0.0; s <= 1; s += .01 {
			p := c.of(s)
			if p < last || p < 0 || p > 1 {
				t.Fatalf("%v gives %v after %v", s, p, last)
			}
			last = p
		}
		b, err := c.AppendBinary(nil)
		if err != nil {
			t.Fatal(err)
		}
		var again calibration
		if err := again.UnmarshalBinary(b); err != nil {
			t.Fatal(err)
		}
		if math.Abs(again.of(.5)-c.of(.5)) > 1e-5 {
			t.Fatalf("read back, .5 gives %v, not %v", again.of(.5), c.of(.5))
		}
	})
}

func TestCalibrationRefusesDamage(t *testing.T) {
	var c calibration
	for _, b := range [][]byte{{1}, {0, 0, 192, 127, 0, 0, 0, 0}, make([]byte, 16)} {
		if err := c.UnmarshalBinary(b); !errors.Is(err, learn.ErrFormat) {
			t.Errorf("%v: %v", b, err)
		}
	}
}
