// Package sentence groups a document's tokens into sentences and paragraphs.
//
// Where a full stop may end a sentence, Punkt decides (Kiss and Strunk 2006,
// "Unsupervised Multilingual Sentence Boundary Detection"), with the English
// parameters of the sentences library. Around it stand the rules that news
// needs: a paragraph or a part of the article always ends its sentence, a
// closing quotation mark belongs to the sentence that it closes, and a quoted
// question goes on in "he said". The package does not pair quotation marks.
package sentence

import "github.com/hearsay-nlp/hearsay/pipeline"

// Stage provides the document's sentences.
func Stage() pipeline.Stage {
	return pipeline.Stage{
		Name:     "sentence",
		Doc:      "groups the tokens into sentences and paragraphs",
		Requires: pipeline.Tokens,
		Provides: pipeline.Sentences,
		Run:      run,
	}
}

// tokensPerSentence is what news prose has at least.
const tokensPerSentence = 12

func run(d *pipeline.Document) error {
	s, err := punkt()
	if err != nil {
		return err
	}
	breaks := paragraphBreaks(d)
	ends := candidates(d, breaks)
	ask(s, d, ends)

	d.Sentences = make([]pipeline.Sentence, 0, len(d.Tokens)/tokensPerSentence+1)
	first, paragraph := 0, 0
	end := func(last int) {
		if first < last {
			span := d.Tokens[first].Cover(d.Tokens[last-1].Span)
			d.Sentences = append(d.Sentences, pipeline.Sentence{Span: span, First: first, Last: last, Paragraph: paragraph, Part: d.PartAt(span.Start)})
			first = last
		}
	}
	for _, last := range breaks {
		for len(ends) > 0 && ends[0].last < last {
			if ends[0].breaks {
				end(ends[0].last)
			}
			ends = ends[1:]
		}
		end(last)
		paragraph++
	}
	return nil
}
