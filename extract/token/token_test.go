package token_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hearsay-nlp/hearsay/extract/token"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

func tokenize(tb testing.TB, text string) *pipeline.Document {
	tb.Helper()
	d := pipeline.New("test", text)
	if err := pipeline.Apply(d, []pipeline.Stage{token.Stage()}); err != nil {
		tb.Fatal(err)
	}
	if err := d.Check(); err != nil {
		tb.Fatal(err)
	}
	return d
}

// Each case is a text whose tokens are parted by "|" where no blank parts
// them already.
var cases = []struct{ name, text string }{
	{"prose drops the rest of O'Reilly", "Bill O'Reilly asked O’Reilly|,|O'Neill|'s guest"},
	{"prose drops a clitic behind a blank", "Clinton 's|, Trump ’s|. and n't|."},
	{"prose drops 'Make and 'Suffering", "'|Make America|' '|Suffering|' ‘|Make it|’"},
	{"prose leaves 'd and 've", "I|'d say we|'ve won|. I|’d|, we|’ve"},
	{"prose leaves %", "5|%|, 18.7|% (|10|%|)"},
	{"prose straightens quotes", "“|Yes|,|” she said|. ‘|No|,|’ he said|. \"|So|.|\""},
	{"prose replaces &rsquo;", "Trump|&rsquo;s team do|n&rsquo;t|."},
	{"prose has no opening apostrophe", "'|I|'m sure|,|' he said|."},
	{"prose panics on Ⱥ", "ȺȺȺ|'s İİİ|'s"},
	{"clitics", "Hillary Clinton|’s team do|n’t you|'re they|'ll I|'m DO|N'T could|n't|'ve she|'d|'ve"},
	{"fused words", "can|not Can|not|, gon|na got|ta wan|na cannots"},
	{"plural possessive", "Democrats|’ plan|; the Joneses|' house"},
	{"elisions", "’90s '80s|, the class of '16|; 'em 'cause"},
	{"rock", "rock 'n' roll"},
	{"a quoted number is no decade", "DuVernay|’s ‘|13th|’"},
	{"money", "$|30,000 US$|5 £|10 €|2.5 $|64.8 million"},
	{"hyphens", "a 40-year-old mid-30s pre|- and post-war A.P.-style -|Americans -7 2-to-1"},
	{"dashes", "war|—|he said|—|and|–|so --| x|--|y 2010|–|2012 ―| Name"},
	{"ellipses", "well|...|no|… and|.... ..."},
	{"abbreviations", "Mr. Smith of Conn. met Sen. Tim Scott (|R-S.C.|) in the U.S.|, Jan. 5|, at 9 p.m. for J. K. Rowling Inc.|'s v. Ph.D. D-Calif.|, D-Mass."},
	{"sentence end", "He said so|. It was me|. Is it Art|? Ask Trump|.|” No|. No. 5"},
	{"state after its town", "Portland|, Me. and Portland|, Me.|; tell Me|."},
	{"times and numbers", "9:30 1,000|, 3.5 9/11|: 12:00|."},
	{"links", "https://t.co/hbaWq?x=1,2|. (|www.example.com/a_(b|) at a.b@c.org|, savingforcollege.com"},
	{"tags and handles", "@HillaryClinton|: #NeverTrump|, #|2|."},
	{"companies", "AT&T &| Q&A|; Reuters/Ipsos &amp;| x"},
	{"brackets", "(|sic|) [|he|] {|x|} word|(|s|)"},
	{"guillemets", "«|oui|» ‹|non|› „|ja|“"},
	{"doubled apostrophes", "''|We won|,|'' he said|. ``|so|''"},
	{"glued sentence", "the caucus|.|The end|.|”|He"},
	{"marks repeated", "What|?! No|!!! f|***| ___|."},
	{"initial in quotes", "‘|J. Smith|’"},
	{"emoji", "so 👩‍👩‍👧|, 👍🏽| ok"},
	{"soft hyphen and accents", "co\u00adop Peña|’s Zelenskyy|’s"},
}

func TestTokens(t *testing.T) {
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			text := strings.ReplaceAll(c.text, "|", "")
			want := strings.Fields(strings.ReplaceAll(c.text, "|", " "))
			d := tokenize(t, text)
			var got []string
			for _, tok := range d.Tokens {
				got = append(got, d.Slice(tok.Span))
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("tokens of %q (-want +got):\n%s", text, diff)
			}
		})
	}
}

func TestBlanksAreNoTokens(t *testing.T) {
	text := "\ufeffOne\u00a0two\u200bthree\r\n\t\u2060four\x00five\u2028"
	d := tokenize(t, text)
	var got []string
	for _, tok := range d.Tokens {
		got = append(got, d.Slice(tok.Span))
	}
	if diff := cmp.Diff([]string{"One", "two", "three", "four", "five"}, got); diff != "" {
		t.Errorf("tokens (-want +got):\n%s", diff)
	}
	for _, text := range []string{"", " \n", "\ufeff"} {
		if d := tokenize(t, text); len(d.Tokens) != 0 {
			t.Errorf("%q has tokens %v", text, d.Tokens)
		}
	}
}

// A word that comes twice must not share a token: prose hands out the same
// pointer for both.
func TestRepeatedWordsAreTokensOfTheirOwn(t *testing.T) {
	d := tokenize(t, "record, we record, they record,")
	d.Tokens[0].Tag = "NN"
	for i, tok := range d.Tokens[1:] {
		if tok.Tag != "" {
			t.Errorf("token %d got the tag of token 0", i+1)
		}
	}
}
