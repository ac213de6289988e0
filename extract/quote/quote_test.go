package quote

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

// document cuts text into words and marks, a sentence a line; it is no real
// tokenizer, but it gives the stage what it needs.
func document(text string) *pipeline.Document {
	d := pipeline.New("test", text)
	paragraph, first := 0, 0
	end := func() {
		if n := len(d.Tokens); n > first {
			d.Sentences = append(d.Sentences, pipeline.Sentence{
				Span:  pipeline.Span{Start: d.Tokens[first].Start, End: d.Tokens[n-1].End},
				First: first, Last: n, Paragraph: paragraph,
			})
			first = n
		}
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '\n':
			end()
			paragraph++
			i += size
		case unicode.IsSpace(r):
			i += size
		case letter(r):
			j := i
			for j < len(text) {
				r, size := utf8.DecodeRuneInString(text[j:])
				next, _ := utf8.DecodeRuneInString(text[min(j+size, len(text)):])
				if !letter(r) && (!strings.ContainsRune("'’", r) || j == i || !letter(next)) {
					break
				}
				j += size
			}
			d.Tokens = append(d.Tokens, pipeline.Token{Span: pipeline.Span{Start: i, End: j}})
			i = j
		default:
			d.Tokens = append(d.Tokens, pipeline.Token{Span: pipeline.Span{Start: i, End: i + size}})
			i += size
		}
	}
	end()
	d.Have = pipeline.Tokens | pipeline.Sentences
	return d
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// shown gives the quotations as text, with what is remarkable about each.
func shown(d *pipeline.Document) []string {
	var out []string
	for _, q := range d.Quotes {
		s := strings.Repeat("  ", q.Depth) + d.Slice(q.Span)
		if !q.Closed {
			s += " (open)"
		}
		if q.Continues {
			s += " (continues)"
		}
		if q.Continued {
			s += " (continued)"
		}
		out = append(out, s)
	}
	return out
}

func TestQuotes(t *testing.T) {
	for name, tt := range map[string]struct {
		text string
		want []string
	}{
		"straight":                      {`"Yes," he said. "No."`, []string{`"Yes,"`, `"No."`}},
		"curly":                         {`“Yes,” he said. “No.”`, []string{`“Yes,”`, `“No.”`}},
		"empty marks":                   {`"It is ''done'' now."`, []string{`"It is ''done'' now."`}},
		"nested single":                 {`“He said ‘no’ to me,” she said.`, []string{`“He said ‘no’ to me,”`, `  ‘no’`}},
		"nested straight single":        {`"He said 'no' to me," she said.`, []string{`"He said 'no' to me,"`, `  'no'`}},
		"British":                       {`‘We’re late,’ said Ann. ‘Don’t wait.’`, []string{`‘We’re late,’`, `‘Don’t wait.’`}},
		"British with double inside":    {`‘He called it “odd”,’ she said.`, []string{`‘He called it “odd”,’`, `  “odd”`}},
		"apostrophes":                   {`It's the Smiths' dog, and the dogs' bowls aren't ours.`, nil},
		"apostrophes inside":            {`"The voters' choice isn't ours," he said.`, []string{`"The voters' choice isn't ours,"`}},
		"possessive in British":         {`‘The voters’ choice was clear,’ he said.`, []string{`‘The voters’ choice was clear,’`}},
		"decades":                       {`In the ’90s and the '80s it was normal.`, nil},
		"elision":                       {`Get 'em while it's hot, rock 'n' roll.`, nil},
		"guillemets":                    {`« Non », dit-il. «Oui.»`, []string{`« Non »`, `«Oui.»`}},
		"guillemets inward":             {`»Nein«, sagte er.`, []string{`»Nein«`}},
		"low and high":                  {`„Nein“, sagte er. „Ja.“`, []string{`„Nein“`, `„Ja.“`}},
		"several sentences":             {`“One. Two. Three,” he said.`, []string{`“One. Two. Three,”`}},
		"reopened at each paragraph":    {"“One.\n“Two.\n“Three,” he said.", []string{"“One. (open) (continued)", "“Two. (open) (continues) (continued)", "“Three,” (continues)"}},
		"straight, reopened":            {"\"One.\n\"Two,\" he said.", []string{"\"One. (open) (continued)", "\"Two,\" (continues)"}},
		"over paragraphs, not reopened": {"“One.\nTwo,” he said.", []string{"“One. (open) (continued)", "Two,” (continues)"}},
		"unclosed":                      {"“One, he said.\nNobody answered. “Two,” she said.", []string{"“One, he said. (open)", "“Two,”"}},
		"stray closing":                 {`He left.” Then “she” came.`, []string{`“she”`}},
		"closing mark used to open":     {`”Mr. X is here.” It ended.`, []string{`”Mr. X is here.”`}},
		"begins anew":                   {`"One, he said. "Two," she said.`, []string{`"One, he said. (open)`, `"Two,"`}},
		"quotation touches dash":        {`It was “new”—“very new”—to him.`, []string{`“new”`, `“very new”`}},
		"headline":                      {`Sanders: Clinton needs to 'get away from this' now`, []string{`'get away from this'`}},
		"a mark alone":                  {`"`, nil},
	} {
		t.Run(name, func(t *testing.T) {
			d := document(tt.text)
			if err := pipeline.Apply(d, []pipeline.Stage{Stage()}); err != nil {
				t.Fatal(err)
			}
			if err := d.Check(); err != nil {
				t.Error(err)
			}
			if diff := cmp.Diff(tt.want, shown(d)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func FuzzQuotes(f *testing.F) {
	for _, s := range []string{`"a" b "c`, "“a\n“b” c", "‘a’s b’ «c» „d“", `'a "b' c"`, "»a« ''b''", "”a“ ‘b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		d := document(text)
		if err := pipeline.Apply(d, []pipeline.Stage{Stage()}); err != nil {
			t.Fatal(err)
		}
		if err := d.Check(); err != nil {
			t.Error(err)
		}
	})
}

func ExampleStage() {
	d := document("“It is raining,” she said.")
	if err := pipeline.Apply(d, []pipeline.Stage{Stage()}); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Slice(d.Quotes[0].Inner))
	// Output: It is raining,
}
