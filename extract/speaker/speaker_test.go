package speaker_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/hearsay-nlp/hearsay/extract/entity"
	"github.com/hearsay-nlp/hearsay/extract/quote"
	"github.com/hearsay-nlp/hearsay/extract/sentence"
	"github.com/hearsay-nlp/hearsay/extract/speaker"
	"github.com/hearsay-nlp/hearsay/extract/tag"
	"github.com/hearsay-nlp/hearsay/extract/token"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

// parse makes a document of a text in which braces mark sources. Each has a
// claim whose content is the word behind its cue.
func parse(t testing.TB, marked string) *pipeline.Document {
	t.Helper()
	var text strings.Builder
	var sources []pipeline.Span
	for _, c := range marked {
		switch c {
		case '{':
			sources = append(sources, pipeline.Span{Start: text.Len()})
		case '}':
			sources[len(sources)-1].End = text.Len()
		default:
			text.WriteRune(c)
		}
	}
	d := pipeline.New("test", text.String())
	stages := []pipeline.Stage{token.Stage(), sentence.Stage(), tag.Stage(), entity.Stage(), quote.Stage()}
	if err := pipeline.Apply(d, stages); err != nil {
		t.Fatal(err)
	}
	for _, s := range sources {
		i := slices.IndexFunc(d.Tokens, func(tok pipeline.Token) bool { return tok.Start >= s.End })
		if i+1 >= len(d.Tokens) {
			t.Fatalf("no content behind %q", d.Slice(s))
		}
		c := pipeline.Claim{Type: pipeline.Indirect, Source: []pipeline.Span{s}, Content: []pipeline.Span{d.Tokens[i+1].Span}, Speaker: pipeline.NoSpeaker}
		c.ID = d.ClaimID(&c)
		d.Claims = append(d.Claims, c)
	}
	if err := speaker.Stage().Run(d); err != nil {
		t.Fatal(err)
	}
	if err := d.Check(); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestSpeakers(t *testing.T) {
	for name, tt := range map[string]struct {
		text string
		want []string // "name (kind)" of each source, "-" for nobody
	}{
		"surname led to the full name":  {"Ursula Brandt visited Kiel. {Brandt} said it rained.", []string{"Ursula Brandt (person)"}},
		"surname before the full name":  {"{Mr. Costa} said it rained. Marco Costa runs the mill.", []string{"Marco Costa (person)"}},
		"middle initial and suffix":     {"{Robert Kane} said no. Robert P. Kane Jr. was elected in May.", []string{"Robert P. Kane Jr. (person)"}},
		"nickname in quotation marks":   {"Robert C. \"Bobby\" Scott came. {Bobby Scott} said yes. {Scott} said no.", []string{`Robert C. "Bobby" Scott (person)`, `Robert C. "Bobby" Scott (person)`}},
		"other middle initial":          {"George W. Bush met George H. Bush. {George W. Bush} said hello.", []string{"George W. Bush (person)"}},
		"compound surname":              {"Ildefonso Guajardo Villarreal arrived. {The minister of the economy, Mr. Guajardo Villarreal,} said yes.", []string{"Ildefonso Guajardo Villarreal (person)"}},
		"couple told apart by title":    {"Bill Clinton and Hillary Clinton came. {Mrs. Clinton} said yes. {Mr. Clinton} said no.", []string{"Hillary Clinton (person)", "Bill Clinton (person)"}},
		"misspelt surname":              {"Leslie Wimes joined the protest. {Wines} said it worked.", []string{"Leslie Wimes (person)"}},
		"aside behind the name":         {"{Keith Kellogg, a retired general,} said it worked.", []string{"Keith Kellogg (person)"}},
		"age behind the name":           {"{Daniel Cho, 34, a former line cook,} said it worked.", []string{"Daniel Cho (person)"}},
		"name in apposition":            {"{An attorney for Pagliano, Mark MacDougall,} said it worked.", []string{"Mark MacDougall (person)"}},
		"party in brackets":             {"{Rep. Gregory W. Meeks (D-N.Y.), chairman of the caucus,} said it worked.", []string{"Gregory W. Meeks (person)"}},
		"possessor":                     {"Donald Trump spoke. {Trump’s} claim that it rained was false.", []string{"Donald Trump (person)"}},
		"spokesman for a company":       {"{A spokesman for Pfizer} said it worked.", []string{"spokesman for Pfizer (unnamed)"}},
		"the spokesman again":           {"{A spokesman for Pfizer} said it worked. {The spokesman} said more.", []string{"spokesman for Pfizer (unnamed)", "spokesman for Pfizer (unnamed)"}},
		"title abbreviated":             {"Sen. Karen Holt voted. Tom Reed left. {The senator} said yes.", []string{"Karen Holt (person)"}},
		"role with owner":               {"Anna Berg was charged. {Her lawyer, Tom Reed,} said no. {Berg’s attorney} said more.", []string{"Tom Reed (person)", "Tom Reed (person)"}},
		"aides of a pronoun's owner":    {"Bobby Scott ran again. {His aides} said yes.", []string{"Scott's aides (group)"}},
		"he after a subject":            {"Tom Reed met Anna Berg. {He} said yes. {She} said no.", []string{"Tom Reed (person)", "Anna Berg (person)"}},
		"she cannot be a man":           {"Anna Berg left early. Tom Reed stayed. {She} said no.", []string{"Anna Berg (person)"}},
		"he goes on from the unnamed":   {"{A senior official} said yes. {He} said no.", []string{"senior official (unnamed)", "senior official (unnamed)"}},
		"who behind an aside":           {"Donna Rawlings, 61, of Bowie, Md., {who} said she cried, left.", []string{"Donna Rawlings (person)"}},
		"who behind a place":            {"Many voters in Ohio {who} said they cared stayed home.", []string{"Many voters in Ohio (group)"}},
		"two persons":                   {"Tom Reed met Anna Berg. {Reed and Berg} said yes.", []string{"Tom Reed; Anna Berg (group)"}},
		"a person with others":          {"Tom Reed spoke. {Reed and his officials} said yes.", []string{"Tom Reed and his officials (group)"}},
		"acronym":                       {"The Christian News Service interviewed many. {CNS} said yes.", []string{"Christian News Service (organization)"}},
		"short form of a body":          {"The State Department wrote a note. {The department} said yes.", []string{"State Department (organization)"}},
		"author's own voice":            {"{I} said it rained.", []string{"-"}},
		"an interview's answer":         {"Professor Ingrid Halloran counts moths.\n\n{Q}: How many?\n\n{A}: About two million.", []string{"-", "Ingrid Halloran (person)"}},
		"a transcript's capitals":       {"Chris Wallace moderated.\n\n{WALLACE}: Good evening all.", []string{"Chris Wallace (person)"}},
		"court document, not a person":  {"{A court document filed Thursday} said it worked.", []string{"court document filed Thursday (organization)"}},
		"surname after a courtesy only": {"{Ms. Acosta} said yes. {She} said no.", []string{"Acosta (person)", "Acosta (person)"}},
	} {
		t.Run(name, func(t *testing.T) {
			d := parse(t, tt.text)
			var got []string
			for _, c := range d.Claims {
				if c.Speaker == pipeline.NoSpeaker {
					got = append(got, "-")
					continue
				}
				s := d.Speakers[c.Speaker]
				got = append(got, fmt.Sprintf("%s (%s)", s.Name, s.Kind))
				if d.Slice(c.Source[0]) != s.Name && s.Kind == pipeline.Person && !strings.Contains(d.Slice(c.Source[0]), s.Name) && len(c.Why) == 0 {
					t.Errorf("%q is led to %q without a reason", d.Slice(c.Source[0]), s.Name)
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("speakers (-want +got):\n%s", diff)
			}
		})
	}
}

func TestRoles(t *testing.T) {
	for text, want := range map[string]string{
		"Russian Foreign Minister Sergei Lavrov came. {Lavrov} said no.":              "Russian Foreign Minister",
		"{Keith Kellogg, a retired general,} said it worked.":                         "retired general",
		"Martin Oyelaran is the chairman of the council. {Oyelaran} said yes.":        "chairman of the council",
		"The mill's director, Claudia Renz, left. {Renz} said yes.":                   "mill's director",
		"Mr. Reed, Tom Reed said, was late. {Reed} said so.":                          "",
		"Support for unilateral action, President Obama knew, fell. {Obama} said so.": "President",
	} {
		d := parse(t, text)
		if len(d.Speakers) != 1 || d.Speakers[0].Role != want {
			t.Errorf("%s: got %+v, want the role %q", text, d.Speakers, want)
		}
	}
}

// TestAmbiguousSurname: where nothing tells two of one surname apart, the
// reason names the other.
func TestAmbiguousSurname(t *testing.T) {
	d := parse(t, "Pat Quill and Robin Quill came. {Quill} said yes.")
	if len(d.Claims[0].Why) == 0 || !strings.Contains(d.Claims[0].Why[0].Reason, "more likely than") {
		t.Errorf("reasons %v do not name the other Quill", d.Claims[0].Why)
	}
}

// TestAnySource: whatever is marked as a source, the document stays sound and
// the answer the same.
func TestAnySource(t *testing.T) {
	words := strings.Fields(`Tom Reed , the " Ohio senator , and his wife Anna Berg ( D ) said that " she who Mr. Kane Jr. 's many of whom met it in The Hague . A: I — lawyer for it’s – CNN ; "`)
	rng := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		var b strings.Builder
		for range 40 {
			b.WriteString(words[rng.IntN(len(words))] + " ")
		}
		text := b.String()
		from := rng.IntN(len(strings.Fields(text)) - 12)
		fields := strings.Fields(text)
		to := from + 1 + rng.IntN(8)
		fields[from] = "{" + fields[from]
		fields[to-1] += "}"
		marked := strings.Join(fields, " ")
		a, b2 := parse(t, marked), parse(t, marked)
		if diff := cmp.Diff(a.Speakers, b2.Speakers); diff != "" {
			t.Fatalf("%s\ngives other speakers the second time:\n%s", marked, diff)
		}
	}
}

// TestLinear: ten times the article takes not much more than ten times as
// long.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	article := func(n int) *pipeline.Document {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "Sen. Tom Reed%c%c of Ohio met Anna Berg. {He} said it rained. {His lawyer} said so. {The company} said no.\n\n", 'a'+i%26, 'a'+i/26%26)
		}
		return parse(t, b.String())
	}
	cost := func(d *pipeline.Document) time.Duration {
		best := time.Hour
		for range 7 {
			for i := range d.Claims {
				d.Claims[i].Speaker, d.Claims[i].Why = pipeline.NoSpeaker, nil
			}
			d.Speakers = nil
			start := time.Now()
			if err := speaker.Stage().Run(d); err != nil {
				t.Fatal(err)
			}
			best = min(best, time.Since(start))
		}
		return best
	}
	small, large := cost(article(60)), cost(article(600))
	t.Logf("60 paragraphs take %v, 600 take %v", small, large)
	if large > 60*small {
		t.Errorf("60 paragraphs take %v, 600 take %v", small, large)
	}
}
