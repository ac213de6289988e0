package store

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	for name, want := range map[string]string{
		"Volodymyr  ZELENSKYY":  "volodymyr zelenskyy",
		"Emmanuel Mácron":       "emmanuel macron",
		"Lech Wałęsa":           "lech walesa",
		"Miles O’Brien":         "miles o'brien",
		"Donald J. Trump":       "donald j trump",
		"U.S. State Department": "us state department",
		"Jean‑Luc Mélenchon":    "jean luc melenchon",
		"Søren Kierkegaard":     "soren kierkegaard",
		"Straße":                "strasse",
		"":                      "",
	} {
		if got := Fold(name); got != want {
			t.Errorf("Fold(%q) = %q, want %q", name, got, want)
		}
	}
	rapid.Check(t, func(r *rapid.T) {
		s := rapid.String().Draw(r, "name")
		if once := Fold(s); Fold(once) != once {
			r.Errorf("Fold(%q) is %q, folded again %q", s, once, Fold(once))
		}
	})
}

func TestSurnames(t *testing.T) {
	for name, want := range map[string][]string{
		"Sergei Lavrov":         {"Lavrov"},
		"Lavrov":                nil,
		"Ursula von der Leyen":  {"Leyen", "von der Leyen"},
		"Robert F. Kennedy Jr.": {"Kennedy"},
		"Sammy Davis, Jr.":      {"Davis"},
		"Al Gore":               {"Gore"},
		"":                      nil,
	} {
		if diff := cmp.Diff(want, surnames(name)); diff != "" {
			t.Errorf("surnames(%q) (-want +got):\n%s", name, diff)
		}
	}
}
