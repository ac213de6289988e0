package eval

import (
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/pipeline"
)

var nameTitles = strings.Fields("the a an mr mrs ms dr sen rep gov president senator")

var noGenitive = strings.NewReplacer("’s", "", "'s", "")

// nameWords are the words of a name in lower case, without genitive endings,
// titles and articles.
func nameWords(s string) []string {
	return slices.DeleteFunc(fieldsOfWords(noGenitive.Replace(strings.ToLower(s))), func(w string) bool {
		return slices.Contains(nameTitles, w)
	})
}

// sameSpeaker reports whether a predicted name is the gold one: equal, or for
// a person of the same surname with no other given name and not shorter, or
// for a body with all words of the one in the other. Of several people any
// one will do.
func sameSpeaker(gold Name, pred string) bool {
	b := nameWords(pred)
	if len(b) == 0 {
		return false
	}
	for one := range strings.SplitSeq(gold.Name, ";") {
		a := nameWords(one)
		switch {
		case len(a) == 0:
		case slices.Equal(a, b):
			return true
		case gold.Kind == string(pipeline.Person):
			if a[len(a)-1] == b[len(b)-1] && (len(a) == 1 || a[0] == b[0]) {
				return true
			}
		case within(a, b) || within(b, a):
			return true
		}
	}
	return false
}

// within reports whether all of a's words are among b's.
func within(a, b []string) bool {
	return !slices.ContainsFunc(a, func(w string) bool { return !slices.Contains(b, w) })
}
