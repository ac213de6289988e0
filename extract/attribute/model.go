package attribute

import (
	"strconv"
	"sync"

	"github.com/hearsay-nlp/hearsay/extract/learn"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

// A Model is what Train makes: it is read-only.
type Model struct {
	cue       [2]*learn.Logistic
	span      *learn.CRF
	extension *learn.Logistic
	rank      *learn.Logistic
	chance    *calibration
}

// newModel has room for the parts of a model file.
func newModel() *Model {
	return &Model{
		cue:       [2]*learn.Logistic{{}, {}},
		span:      &learn.CRF{},
		extension: &learn.Logistic{}, rank: &learn.Logistic{}, chance: &calibration{},
	}
}

// Encode is the model file of m.
func (m *Model) Encode() ([]byte, error) {
	var p learn.Pack
	for _, err := range []error{
		p.Put("cue", m.cue[0]), p.Put("cue among others", m.cue[1]),
		p.Put("span", m.span),
		p.Put("extension", m.extension), p.Put("rank", m.rank), p.Put("chance", m.chance),
	} {
		if err != nil {
			return nil, err
		}
	}
	return p.Encode(signature())
}

// Load reads a model file. It refuses one that other code made with
// learn.ErrMismatch.
func Load(data []byte) (*Model, error) {
	p, err := learn.Decode(data, signature())
	if err != nil {
		return nil, err
	}
	m := newModel()
	for _, err := range []error{
		p.Get("cue", m.cue[0]), p.Get("cue among others", m.cue[1]),
		p.Get("span", m.span),
		p.Get("extension", m.extension), p.Get("rank", m.rank), p.Get("chance", m.chance),
	} {
		if err != nil {
			return nil, err
		}
	}
	return m, nil
}

// signature stands for the feature functions: it is made from the keys that
// they give for a text that is put together here, so that whatever changes
// the meaning of a key changes the signature.
var signature = sync.OnceValue(func() learn.Signature {
	v := &view{}
	v.reset(probe())
	var keys keys
	var sum uint32
	gather := func() {
		for _, k := range keys.out {
			sum = sum*16777619 ^ k
		}
	}
	p := make([]float32, len(v.tokens))
	for i := range p {
		p[i] = float32(i%7) / 7
		v.cueFeatures(&keys, i)
		gather()
	}
	for i := range p {
		v.stackedCueFeatures(&keys, i, p, v.habits(p))
		gather()
	}
	cues := v.findCues(p)
	for _, c := range cues {
		for i := c.low; i < c.high; i++ {
			v.nodeFeatures(&keys, c, v.rivals(cues, c), i)
			gather()
			v.edgeFeatures(&keys, c, i)
			gather()
			c.shares = append(c.shares, share{.1, .2, .1, .6})
			c.best = append(c.best, uint8(i%numLabels))
		}
	}
	for _, c := range cues {
		if n := int(v.of[c.head]); n+1 < len(v.sentences) {
			v.extensionFeatures(&keys, c, v.inner(c), cues, p, n+1, 1, 1)
			gather()
		}
	}
	all := v.candidates(cues)
	for i := range all {
		v.rankFeatures(&keys, &all[i], cues)
		gather()
	}
	return learn.NewSignature([]string{"claim", strconv.FormatUint(uint64(sum), 16)})
})

// probe is a document of two sentences with every layer that features ask for.
func probe() *pipeline.Document {
	d := pipeline.New("", "“ We won , ” Ann Lee told reporters on May 5 . She thinks that “ they lost ” : no .")
	tags := []string{"``", "PRP", "VBD", ",", "''", "NNP", "NNP", "VBD", "NNS", "IN", "NNP", "CD", ".", "PRP", "VBZ", "IN", "``", "PRP", "VBD", "''", ":", "UH", "."}
	for start := 0; start < len(d.Text); {
		end := start
		for end < len(d.Text) && d.Text[end] != ' ' {
			end++
		}
		s := pipeline.Span{Start: start, End: end}
		d.Tokens = append(d.Tokens, pipeline.Token{Span: s, Tag: tags[len(d.Tokens)], Lemma: d.Slice(s)})
		start = end + 1
	}
	span := func(first, last int) pipeline.Span {
		return pipeline.Span{Start: d.Tokens[first].Start, End: d.Tokens[last-1].End}
	}
	inner := func(first, last int) pipeline.Span { return span(first+1, last-1) }
	d.Sentences = []pipeline.Sentence{{Span: span(0, 13), First: 0, Last: 13}, {Span: span(13, 23), First: 13, Last: 23}}
	d.Quotes = []pipeline.Quote{
		{Span: span(0, 5), Inner: inner(0, 5), Closed: true, First: 0, Last: 5},
		{Span: span(16, 20), Inner: inner(16, 20), Closed: true, First: 16, Last: 20},
	}
	d.Mentions = []pipeline.Mention{{Span: span(5, 7), First: 5, Last: 7, Type: pipeline.MentionPerson}}
	return d
}
