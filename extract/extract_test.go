package extract_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/hearsay-nlp/hearsay/extract"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

// read takes a text through all stages, checking after each.
func read(t testing.TB, text string) *pipeline.Document {
	t.Helper()
	d := pipeline.New("test", text)
	for _, s := range extract.Stages() {
		if err := pipeline.Apply(d, []pipeline.Stage{s}); err != nil {
			t.Fatal(err)
		}
		if err := d.Check(); err != nil {
			t.Fatalf("after stage %s: %v", s.Name, err)
		}
	}
	return d
}

// said gives a document's claims as "speaker: content | content".
func said(d *pipeline.Document) []string {
	var out []string
	for _, c := range d.Claims {
		who := "?"
		if c.Speaker != pipeline.NoSpeaker {
			who = d.Speakers[c.Speaker].Name
		}
		var contents []string
		for _, s := range c.Content {
			contents = append(contents, d.Slice(s))
		}
		out = append(out, who+": "+strings.Join(contents, " | "))
	}
	return out
}

func TestStagesAddUp(t *testing.T) {
	if err := pipeline.Validate(extract.Stages()); err != nil {
		t.Error(err)
	}
}

func TestOrders(t *testing.T) {
	for name, tt := range map[string]struct {
		text string
		want []string
	}{
		"S said that C":      {"Maria Lopez said that the bridge would close on Friday.", []string{"Maria Lopez: that the bridge would close on Friday"}},
		"S said C":           {"The mayor said the bridge would close.", []string{"mayor: the bridge would close"}},
		"C, S said":          {"The bridge would close on Friday, Maria Lopez said.", []string{"Maria Lopez: The bridge would close on Friday"}},
		"“C,” S said":        {"“The bridge will close,” Maria Lopez said.", []string{"Maria Lopez: “The bridge will close,”"}},
		"“C,” said S":        {"“The bridge will close,” said Maria Lopez, the city engineer.", []string{"Maria Lopez: “The bridge will close,”"}},
		"“C,” S said. “C.”":  {"“The bridge will close,” Maria Lopez said. “It is not safe.”", []string{"Maria Lopez: “The bridge will close,” | “It is not safe.”"}},
		"“C,” S said, “C.”":  {"“The bridge,” Maria Lopez said, “will close.”", []string{"Maria Lopez: “The bridge,” | “will close.”"}},
		"S said: “C.”":       {"Maria Lopez said: “The bridge will close.”", []string{"Maria Lopez: “The bridge will close.”"}},
		"according to S":     {"The bridge will close on Friday, according to Maria Lopez.", []string{"Maria Lopez: The bridge will close on Friday"}},
		"According to S, C":  {"According to Maria Lopez, the bridge will close on Friday.", []string{"Maria Lopez: the bridge will close on Friday"}},
		"S: C":               {"LOPEZ: The bridge will close on Friday.", []string{"LOPEZ: The bridge will close on Friday."}},
		"mixed":              {"Maria Lopez said the bridge was “not safe” and would close.", []string{"Maria Lopez: the bridge was “not safe” and would close"}},
		"told somebody":      {"Maria Lopez told reporters on Monday that the bridge would close.", []string{"Maria Lopez: that the bridge would close"}},
		"aside after S":      {"Maria Lopez, a city engineer, said the bridge would close.", []string{"Maria Lopez: the bridge would close"}},
		"a remark is cut":    {"Maria Lopez said the bridge would close, highlighting the risks of delay.", []string{"Maria Lopez: the bridge would close"}},
		"no answer":          {"Maria Lopez did not respond to questions about whether the bridge would close.", nil},
		"name under a quote": {"“The bridge will close, and I am glad.” — Maria Lopez", []string{"Maria Lopez: “The bridge will close, and I am glad.”"}},
		"he said":            {"Carlos Lopez crossed the bridge. “It is not safe,” he said.", []string{"Carlos Lopez: “It is not safe,”"}},
		"surname":            {"Maria Lopez said the bridge would close. “It is not safe,” Lopez said.", []string{"Maria Lopez: the bridge would close", "Maria Lopez: “It is not safe,”"}},
		"role":               {"City engineer Maria Lopez spoke on Monday. The engineer said the bridge would close.", []string{"Maria Lopez: the bridge would close"}},
		"office":             {"Lopez’s office said the bridge would close.", []string{"Lopez’s office: the bridge would close"}},
		"title of a work":    {"The orchestra played “The Blue Danube” on Friday.", nil},
		"scare quotes":       {"The “friendly” dog bit two people.", nil},
		"nothing is said":    {"Rain fell in the valley until noon.", nil},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, said(read(t, tt.text))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTypes(t *testing.T) {
	for text, want := range map[string]pipeline.ClaimType{
		"“The bridge will close,” Maria Lopez said.":                  pipeline.Direct,
		"Maria Lopez said the bridge was “not safe” and would close.": pipeline.Mixed,
		"Maria Lopez said the bridge would close.":                    pipeline.Indirect,
	} {
		if d := read(t, text); len(d.Claims) != 1 || d.Claims[0].Type != want {
			t.Errorf("%s: got %+v, want one %s claim", text, d.Claims, want)
		}
	}
}

// TestSeed holds the seed article to what no reader would leave out.
func TestSeed(t *testing.T) {
	b, err := os.ReadFile("../../shared/data/seed/article.txt")
	if err != nil {
		t.Skip("no seed article beside the project:", err)
	}
	got := said(read(t, string(b)))
	for _, want := range []string{
		"Russian state television: Russian Foreign Minister Sergei Lavrov and Putin's foreign affairs advisor, Yuri Ushakov, departed for the Saudi capital on Monday",
		"Tami Bruce: that U.S. Secretary of State Marco Rubio, National Security Advisor Mike Waltz, and special envoy Steve Witkoff will meet with the Russian delegation, but Ukraine will not be involved",
		"Steve Witkoff: that he and Waltz would be “meeting at the president’s direction”",
		"Pete Hegseth: that Kyiv should abandon hopes of recovering all Russian-occupied territory",
		"Donald Trump: they “agreed to have our teams begin negotiations immediately.”",
		"Volodymyr Zelenskyy: that his country had not been invited to the upcoming talks and that he would not accept the outcome of the talks if Kyiv was not involved",
		"Sergei Lavrov: “I don’t know what they can do at the negotiating table,”",
		"Sergei Lavrov: that it was “not even being considered.”",
		"Volodymyr Zelenskyy: that the American would take what he learned from his trip to Ukraine back to the White House",
		"Volodymyr Zelenskyy: those guarantees could include NATO membership (which Hegseth has poured cold water on), weapons, and economic support",
	} {
		found := false
		for _, g := range got {
			found = found || g == want
		}
		if !found {
			t.Errorf("missing: %s", want)
		}
	}
	for _, g := range got {
		for _, no := range []string{"Sunday Morning", "significant chunk", "highlighting", "underscoring"} {
			if strings.Contains(g, no) {
				t.Errorf("no claim: %s", g)
			}
		}
	}
}

func FuzzExtract(f *testing.F) {
	for _, s := range []string{
		"“The bridge will close,” Maria Lopez said. “It is not safe.”",
		"According to Maria Lopez, the bridge – which is old – will close, he said, adding that",
		"LOPEZ: Yes.\n\nQ: “No?” — Name\n\n‘He said “x” to me,’ she (aged 9) said: “",
		"said", "\"", ", said X, who", "It read:\n\n“One.\n\n“Two, said Ann.",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if utf8.ValidString(text) {
			read(t, text)
		}
	})
}

func Example() {
	d := pipeline.New("example", "“The bridge will close,” said Maria Lopez, the city engineer.")
	if err := pipeline.Apply(d, extract.Stages()); err != nil {
		fmt.Println(err)
		return
	}
	c := d.Claims[0]
	fmt.Println(d.Speakers[c.Speaker].Name, "—", d.Slice(c.Content[0]))
	// Output: Maria Lopez — “The bridge will close,”
}
