package learn

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestJackknifeHoldsEachItemOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, k := rapid.IntRange(0, 40).Draw(t, "n"), rapid.IntRange(2, 6).Draw(t, "k")
		var all []int
		err := Jackknife(n, k, 7, func(_ int, rest, held []int) error {
			if d := len(held) - n/k; d < 0 || d > 1 {
				t.Fatalf("part of %d items out of %d in %d", len(held), n, k)
			}
			both := slices.Sorted(slices.Values(append(slices.Clone(rest), held...)))
			for i := range n {
				if both[i] != i {
					t.Fatalf("rest and held are %v", both)
				}
			}
			all = append(all, held...)
			return nil
		})
		slices.Sort(all)
		if err != nil || len(all) != n {
			t.Fatalf("%d items held, error %v", len(all), err)
		}
	})
}

func TestFeaturesDiffer(t *testing.T) {
	seen := map[uint32]string{}
	note := func(what string, key uint32) {
		if old, ok := seen[key]; ok {
			t.Errorf("%s has the key of %s", what, old)
		}
		seen[key] = what
	}
	a, b := ID("Peskov"), ID([]byte("said"))
	note("0 a", Feature(0, a))
	note("1 a", Feature(1, a))
	note("0 b", Feature(0, b))
	note("0 a b", Feature2(0, a, b))
	note("0 b a", Feature2(0, b, a))
	note("0 a b a", Feature3(0, a, b, a))
	note("0 a+a+b", Feature3(0, a, a, b))
	note("0 a b a b", Feature4(0, a, b, a, b))
	note("0 a 0", Feature2(0, a, 0))
	if ID("said") != b {
		t.Error("a string and its bytes have different ids")
	}
}
