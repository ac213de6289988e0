package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"time"
)

// A Document is one article and everything the stages have found in it. Text
// is never rewritten; all annotations are spans of it or indexes into the
// document's other slices, so that a fact is stored once.
type Document struct {
	ID        string    // hash of Key, see DocumentID; filled by the reader
	Key       string    // path or URL that the article came from
	Title     string    // headline, "" if none
	Byline    string    // author line, "" if none
	Outlet    string    // publication, "" if unknown
	Published time.Time // zero if the article bears no date
	Text      string    // UTF-8; for a UTF-8 file, the file's own content
	Parts     []Part    // layout of Text in order, not overlapping; empty means all body

	Have      Layer      // layers provided so far
	Tokens    []Token    // in text order, not overlapping
	Sentences []Sentence // in text order, covering all tokens
	Mentions  []Mention  // in text order
	Quotes    []Quote    // in order of Start
	Cues      []Cue      // in text order
	Claims    []Claim    // in order of first content
	Speakers  []Speaker  // referred to by Claim.Speaker
}

// New makes a document of body text with the id that belongs to key.
func New(key, text string) *Document {
	return &Document{ID: DocumentID(key), Key: key, Text: text}
}

// Slice cuts s out of the text. It panics if s is out of range, which is a
// programmer's error.
func (d *Document) Slice(s Span) string { return d.Text[s.Start:s.End] }

// A PartKind says what a stretch of an article's text is.
type PartKind uint8

// The parts of an article. Claims are taken from PartBody, and from PartTitle
// where it attributes plainly.
const (
	PartBody PartKind = iota
	PartTitle
	PartByline
	PartDate
	PartAbstract
)

// A Part is a stretch of Document.Text of one kind.
type Part struct {
	Span
	Kind PartKind
}

// PartAt is the kind of the part that holds the byte at offset; text outside
// all parts, or a document without parts, is body.
func (d *Document) PartAt(offset int) PartKind {
	for _, p := range d.Parts {
		if p.Start <= offset && offset < p.End {
			return p.Kind
		}
	}
	return PartBody
}

// A Token is a word, number or punctuation mark.
type Token struct {
	Span
	Tag   string // Penn Treebank part-of-speech tag; filled by the tag stage
	Lemma string // lower-case dictionary form; filled by the tag stage
}

// A Sentence is a run of tokens [First, Last).
type Sentence struct {
	Span
	First, Last int      // token indexes, half open
	Paragraph   int      // number of the paragraph it stands in, from 0
	Part        PartKind // what part of the article it belongs to
}

// A MentionType says what sort of thing a mention names.
type MentionType uint8

// The types of named mention.
const (
	MentionOther MentionType = iota
	MentionPerson
	MentionOrganization
	MentionPlace
)

// String gives the type's lower-case name.
func (t MentionType) String() string {
	switch t {
	case MentionPerson:
		return "person"
	case MentionOrganization:
		return "organization"
	case MentionPlace:
		return "place"
	}
	return "other"
}

// A Mention is a name in the text: the tokens [First, Last).
type Mention struct {
	Span
	First, Last int
	Type        MentionType
}

// A Quote is a quotation: text between quotation marks, at any depth.
type Quote struct {
	Span             // with its marks
	Inner       Span // without its marks
	Depth       int  // 0 for an outermost quote
	Closed      bool // a closing mark was found
	Continued   bool // goes on in the next quote, whose paragraph reopens it
	Continues   bool // goes on from the quote before
	First, Last int  // tokens that overlap it, half open, marks among them
}

// A Cue is a word or phrase that may attribute a claim: tokens [First, Last),
// whose lexical head is token Head.
type Cue struct {
	Span
	First, Last, Head int
	Score             float64 // probability that it is a cue, 0 to 1
}

// A ClaimType says how much of a claim's content stands in quotation marks.
type ClaimType string

// The types of claim.
const (
	Direct   ClaimType = "direct"   // all of the content is quoted
	Mixed    ClaimType = "mixed"    // some of it is
	Indirect ClaimType = "indirect" // none of it is
)

// A Claim is one attribution relation: who (Source), by which words (Cue),
// said what (Content). The terms are Pareti's (2012).
type Claim struct {
	ID         string // hash of document id and spans, see ClaimID
	Type       ClaimType
	Source     []Span // empty if nobody is named
	Cue        []Span // empty if no words attribute it
	CueLemma   string // lemma of the cue's head, "" without a cue
	Content    []Span // never empty, in text order, not overlapping
	Speaker    int    // index into Document.Speakers, NoSpeaker if unknown
	Confidence float64
	Why        []Reason
}

// NoSpeaker is the Claim.Speaker of a claim that nobody can be named for.
const NoSpeaker = -1

// A Reason is one piece of evidence for a claim or its speaker, in words a
// reader understands. Positive weights speak for it, negative against.
type Reason struct {
	Reason string  `json:"reason"`
	Weight float64 `json:"weight"`
}

// A SpeakerKind says what sort of speaker somebody is.
type SpeakerKind string

// The kinds of speaker.
const (
	Person       SpeakerKind = "person"
	Organization SpeakerKind = "organization"
	Group        SpeakerKind = "group"
	Unnamed      SpeakerKind = "unnamed" // a person whom the article does not name
)

// A Speaker is somebody to whom the article attributes claims.
type Speaker struct {
	Name    string      `json:"name"` // fullest form in the article, without title or role
	Kind    SpeakerKind `json:"kind"`
	Role    string      `json:"role,omitempty"` // as the article words it, "" if none
	Aliases []string    `json:"-"`              // other forms in the article, sorted
}

// DocumentID is the stable id of the article with the given key: 16
// hexadecimal digits of its SHA-256.
func DocumentID(key string) string {
	h := sha256.Sum256([]byte(key))
	return hex.EncodeToString(h[:8])
}

// ClaimID is the stable id of a claim: 16 hexadecimal digits of the SHA-256 of
// the document's id and the claim's spans and their text. A claim keeps its id
// when the article changes elsewhere behind it.
func (d *Document) ClaimID(c *Claim) string {
	h := sha256.New()
	h.Write([]byte(d.ID))
	for i, role := range [][]Span{c.Source, c.Cue, c.Content} {
		d.hashSpans(h, i, role)
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

func (d *Document) hashSpans(h hash.Hash, role int, spans []Span) {
	for _, s := range spans {
		fmt.Fprintf(h, "\x00%d:%s:%s", role, s, d.Slice(s))
	}
}
