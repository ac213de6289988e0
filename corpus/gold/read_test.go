package gold

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

const article = `“We walked the wall,” said Ana Ruiz, the harbour master. “It held.”

The mayor thanked her. She said it would be raised, and he said when.
`

func TestRead(t *testing.T) {
	const file = `# Two claims.
type: direct
source: Ana Ruiz, the harbour master
cue: wall,” {said}
content: “We walked the wall,”
content: “It held.”
speaker: Ana Ruiz | person | harbour master


type: indirect
source: {he} said when
cue: he {said}
content: when
speaker: -
`
	got, err := Read(article, []byte(file), "a.gold")
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for _, c := range got {
		for _, role := range [][]pipeline.Span{c.Source, c.Cue, c.Content} {
			for _, s := range role {
				words = append(words, article[s.Start:s.End])
			}
		}
	}
	want := []string{"Ana Ruiz, the harbour master", "said", "“We walked the wall,”", "“It held.”", "he", "said", "when"}
	if diff := cmp.Diff(want, words); diff != "" {
		t.Errorf("spans (-want +got):\n%s", diff)
	}
	if at := strings.LastIndex(article, "he said"); got[1].Source[0].Start != at {
		t.Errorf("he is at %d, want %d", got[1].Source[0].Start, at)
	}
	for i := range got {
		got[i].Source, got[i].Cue, got[i].Content = nil, nil, nil
	}
	want2 := []Claim{
		{Line: 2, Type: pipeline.Direct, Speaker: "Ana Ruiz", Kind: pipeline.Person, Role: "harbour master"},
		{Line: 10, Type: pipeline.Indirect},
	}
	if diff := cmp.Diff(want2, got); diff != "" {
		t.Errorf("claims (-want +got):\n%s", diff)
	}
}

func TestReadFaults(t *testing.T) {
	const good = "type: direct\ncontent: “It held.”\nspeaker: -\n"
	for _, test := range []struct {
		name, file string
		line       int
		want       error
	}{
		{"words not in the article", good + "source: the captain\n", 4, ErrNotFound},
		{"part of a word", good + "source: mast\n", 4, ErrNotFound},
		{"words that occur again", good + "cue: said\n", 4, ErrAmbiguous},
		{"context that occurs again", good + "cue: {said} \n", 4, ErrAmbiguous},
		{"braces that mark nothing", good + "cue: said{}\n", 4, ErrSyntax},
		{"brace left open", good + "cue: he {said\n", 4, ErrSyntax},
		{"two pairs of braces", good + "cue: {he} {said}\n", 4, ErrSyntax},
		{"spans out of order", "type: direct\ncontent: “It held.”\ncontent: “We walked the wall,”\nspeaker: -\n", 3, ErrSyntax},
		{"unknown field", good + "sauce: mayor\n", 4, ErrSyntax},
		{"no value", good + "cue:\n", 4, ErrSyntax},
		{"unknown type", "type: dirct\ncontent: “It held.”\nspeaker: -\n", 1, ErrSyntax},
		{"unknown kind", "type: direct\ncontent: “It held.”\nspeaker: Ana Ruiz | human\n", 3, ErrSyntax},
		{"name without kind", "type: direct\ncontent: “It held.”\nspeaker: Ana Ruiz\n", 3, ErrSyntax},
		{"no content", "# \ntype: direct\nspeaker: -\n", 2, ErrSyntax},
		{"no type", "content: “It held.”\nspeaker: -\n", 1, ErrSyntax},
		{"two speakers", good + "speaker: Ana Ruiz | person\n", 1, ErrSyntax},
	} {
		t.Run(test.name, func(t *testing.T) {
			claims, err := Read(article, []byte(test.file), "a.gold")
			if !errors.Is(err, test.want) || claims != nil {
				t.Fatalf("%d claims, error %v, want %v", len(claims), err, test.want)
			}
			e, ok := errors.AsType[*Error](err)
			if !ok || e.File != "a.gold" || e.Line != test.line {
				t.Errorf("error %q is not at a.gold:%d", err, test.line)
			}
		})
	}
}

func TestReadReportsAllFaults(t *testing.T) {
	const file = "type: direct\ncontent: no such\nspeaker: -\n\ntype: direct\ncontent: nor such\nspeaker: -\n"
	_, err := Read(article, []byte(file), "a.gold")
	const want = "a.gold:2: \"no such\" is not in the article\na.gold:6: \"nor such\" is not in the article"
	if err == nil || err.Error() != want {
		t.Errorf("error\n%v\nwant\n%s", err, want)
	}
}

// FuzzRead: whatever the files hold, Read does not panic and its spans lie in
// the text, in order, with content in every claim.
func FuzzRead(f *testing.F) {
	f.Add(article, "type: direct\nsource: {he} said when\ncue: he {said}\ncontent: “It held.”\nspeaker: -\n")
	f.Add("a a", "type: mixed\ncontent: a {a}\nspeaker: A | group | b\n")
	f.Add("", "content: {}\n\n#\r\n")
	f.Fuzz(func(t *testing.T, text, file string) {
		claims, err := Read(text, []byte(file), "fuzz.gold")
		if err != nil && claims != nil {
			t.Fatal("claims beside an error")
		}
		for _, c := range claims {
			if len(c.Content) == 0 {
				t.Fatalf("claim of line %d has no content", c.Line)
			}
			for _, role := range [][]pipeline.Span{c.Source, c.Cue, c.Content} {
				end := 0
				for _, s := range role {
					if s.Empty() || s.Start < end || s.End > len(text) {
						t.Fatalf("span %v after %d in %d bytes", s, end, len(text))
					}
					end = s.End
				}
			}
		}
	})
}
