package sentence_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

func split(tb testing.TB, d *pipeline.Document) *pipeline.Document {
	tb.Helper()
	if err := pipeline.Apply(d, stages); err != nil {
		tb.Fatal(err)
	}
	if err := d.Check(); err != nil {
		tb.Fatal(err)
	}
	return d
}

// marked gives the text of d with " | " between its sentences and " ¶ "
// between its paragraphs.
func marked(d *pipeline.Document) string {
	var b strings.Builder
	for i, s := range d.Sentences {
		if i > 0 {
			if s.Paragraph == d.Sentences[i-1].Paragraph {
				b.WriteString(" | ")
			} else {
				b.WriteString(" ¶ ")
			}
		}
		b.WriteString(strings.Join(strings.Fields(d.Slice(s.Span)), " "))
	}
	return b.String()
}

// Each case is a text with " | " where a sentence ends.
var cases = []struct{ name, text string }{
	{"plain", "He left. | She stayed! | Why? | Nobody knows."},
	{"titles", "He met Mr. Brown and Sen. Young. | Gov. Rice and Gen. Will spoke to then-Rep. Price."},
	{"countries", "The U.S. Secretary of State flew to the U.K. on Monday. | He likes the U.S. | He said so."},
	{"states", "Jackson, Miss. and Henderson, Nev. are towns. | Sen. Ron Wyden, D-Ore., spoke. | Rep. Trey Gowdy (R-S.C.) said that it smacked."},
	{"abbreviation before a starter", "He lives in Eau Claire, Wis. | And you can sum it up."},
	{"initials", "J. K. Rowling met (J. Edgar Hoover and) George W. Bush and John F. Kennedy Jr. in May."},
	{"months and numbers", "It was on Jan. 5 and Sept. 11. | It was No. 5 of 3.5 million."},
	{"no", "Did he? | No. | Trump did."},
	{"times", "It began at 9 p.m. on Monday. | It ended at 5 a.m. | The police came."},
	{"companies", "Apple Inc. said so. | Goldman Sachs & Co. Chief Lloyd Blankfein spoke."},
	{"closing quote", "“He left.” | She stayed. | \"He left.\" | She stayed. | ‘He left.’ | She stayed. | ''He left.'' | She stayed."},
	{"opening quote", "He left. | “She stayed.” | He left. | \"She stayed.\" | He left. | ''She stayed.''"},
	{"split quotation", "“It is late,” Smith said. | “We must go.”"},
	{"question in a quotation", "“Why?” he said. | “Why?” Mr. Trump asked. | “Lock her up!” the crowd chanted. | \"Why?\" Senator John McCain said."},
	{"question ends the quotation", "“Why?” | The president left. | “Why?” | He said so."},
	{"nested closers", "He said, “She cried, ‘Stop!’” | They stopped. | (It was late.) | They left."},
	{"cited sentence within another", "The sign “Keep out.” was new."},
	{"ellipsis", "I was ... well, there. | He went… and came. | It was theirs… | It was ours."},
	{"ellipsis begins", "He wrote it. | ... That was all."},
	{"byline", "“We won.” | ― Carla Sanchez"},
	{"dash goes on", "“We won!” — or so he thought — “We won.”"},
	{"repeated marks", "Really?! | Yes!!! | Good."},
	{"transcript", "WALLACE: Did you? | TRUMP: No. | I did not."},
	{"glued", "That was the caucus. | The end."},
	{"guillemets", "«Oui.» | Il part."},
	{"bracket", "He left [sic]. | She (Mrs. Smith) stayed."},
	{"links and names", "Go to example.com. | Will.i.am sang."},
	{"digits", "It cost 5. | 10 came."},
}

func TestSentences(t *testing.T) {
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d := split(t, pipeline.New("test", strings.ReplaceAll(c.text, " | ", " ")))
			if diff := cmp.Diff(c.text, marked(d)); diff != "" {
				t.Errorf("sentences (-want +got):\n%s", diff)
			}
		})
	}
}

func TestParagraphs(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"blank lines", "One\n\nTwo. Three\n \t\n\nFour", "One ¶ Two. | Three ¶ Four"},
		{"line ends", "Stop lying\nShow humility\nFill in the gaps", "Stop lying ¶ Show humility ¶ Fill in the gaps"},
		{"CR LF", "One\r\n\r\nTwo\r\nThree", "One ¶ Two ¶ Three"},
		{"line end in a sentence", "Donald Trump regularly\nincites violence.\nHe said so.", "Donald Trump regularly incites violence. ¶ He said so."},
		{"quotation mark alone", "“One.\n\n”\n\nTwo.", "“One. ¶ ” ¶ Two."},
		{
			"wrapped lines",
			"The president said on Monday that he would not leave before the\nelection was over, and that Mr.\nSmith, whom he had asked to come along with him to the city on\nthe day before, would not either. He did not say why he had asked\nhim.\nThe mayor of the city said on Tuesday that he had known nothing\nof it.",
			"The president said on Monday that he would not leave before the election was over, and that Mr. Smith, whom he had asked to come along with him to the city on the day before, would not either. | He did not say why he had asked him. ¶ The mayor of the city said on Tuesday that he had known nothing of it.",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := split(t, pipeline.New("test", c.text))
			if diff := cmp.Diff(c.want, marked(d)); diff != "" {
				t.Errorf("sentences (-want +got):\n%s", diff)
			}
		})
	}
}

func TestPartsEndSentences(t *testing.T) {
	d := pipeline.New("test", "Title By Ann Lee Body goes on. More of it.")
	d.Parts = []pipeline.Part{
		{Span: pipeline.Span{Start: 0, End: 6}, Kind: pipeline.PartTitle},
		{Span: pipeline.Span{Start: 6, End: 17}, Kind: pipeline.PartByline},
	}
	split(t, d)
	if diff := cmp.Diff("Title ¶ By Ann Lee ¶ Body goes on. | More of it.", marked(d)); diff != "" {
		t.Errorf("sentences (-want +got):\n%s", diff)
	}
	var kinds []pipeline.PartKind
	for _, s := range d.Sentences {
		kinds = append(kinds, s.Part)
	}
	want := []pipeline.PartKind{pipeline.PartTitle, pipeline.PartByline, pipeline.PartBody, pipeline.PartBody}
	if diff := cmp.Diff(want, kinds); diff != "" {
		t.Errorf("parts (-want +got):\n%s", diff)
	}
}

func TestNothing(t *testing.T) {
	for _, text := range []string{"", "\n\n", "\ufeff"} {
		if d := split(t, pipeline.New("test", text)); len(d.Sentences) != 0 {
			t.Errorf("%q has sentences %v", text, d.Sentences)
		}
	}
}
