package main

import (
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"github.com/hearsay-nlp/hearsay/corpus"
	"github.com/hearsay-nlp/hearsay/corpus/brat"
	"github.com/hearsay-nlp/hearsay/corpus/conllu"
	"github.com/hearsay-nlp/hearsay/extract"
	"github.com/hearsay-nlp/hearsay/extract/attribute"
	"github.com/hearsay-nlp/hearsay/extract/entity"
	"github.com/hearsay-nlp/hearsay/extract/learn"
	"github.com/hearsay-nlp/hearsay/extract/tag"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

func trainCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:  "train",
		Usage: "rebuild hearsay's models from annotated articles",
		Description: `The corpus holds text/NAME.txt and attributions/NAME_*.ann in brat's form; from
it claims are learned. With --silver, tags and names are learned as well, from
the same articles in CoNLL-U. A program built afterwards holds what was written;
claims are learned on the tags and names of the program that runs, so new tags
take two rounds. Your own annotations do as well: see MODEL_CARD.md.

  hearsay train --corpus polnear/train --out extract
  hearsay train --corpus polnear/train --silver silver-train.conllu.gz --out extract`,
		Flags: []cli.Flag{
			&cli.PathFlag{Name: "corpus", Usage: "the annotated `FOLDER`"},
			&cli.PathFlag{Name: "silver", Usage: "CoNLL-U `FILE` with tags and names, perhaps gzipped"},
			&cli.PathFlag{Name: "out", Usage: "`FOLDER` to write into: attribute/attribute.model, tag/tag.model, entity/entity.model"},
		},
		Action: func(c *cli.Context) error { return runTrain(c, e) },
	}
}

func runTrain(c *cli.Context, e *env) error {
	if err := noArguments(c, "--corpus"); err != nil {
		return err
	}
	folder, out := c.Path("corpus"), c.Path("out")
	if folder == "" || out == "" {
		return &usageError{"train needs --corpus FOLDER and --out FOLDER" + helpHint(c)}
	}
	if silver := c.Path("silver"); silver != "" {
		if err := trainTags(silver, folder, out, progressOn(e.stderr)); err != nil {
			return err
		}
	}
	return trainClaims(c.Context, folder, out, e, progressOn(e.stderr))
}

// progressOn tells of training on w, a line a phase.
func progressOn(w io.Writer) learn.Progress {
	return func(r learn.Report) {
		fmt.Fprintf(w, "%s %d/%d %s\n", r.Phase, r.Done, r.Total, r.Note)
	}
}

// trainTags learns tags, and names on top of jackknifed tags.
func trainTags(silver, folder, out string, progress learn.Progress) error {
	examples, err := readSilver(silver, folder)
	if err != nil {
		return err
	}
	docs := make([]*pipeline.Document, len(examples))
	for i, x := range examples {
		docs[i] = x.Doc
	}
	tags, err := tag.Train(docs, progress)
	if err != nil {
		return fmt.Errorf("training tags: %w", err)
	}
	if err := writeModel(filepath.Join(out, "tag", "tag.model"), tags.Encode); err != nil {
		return err
	}
	const folds = 4
	jackknifed, err := tag.Jackknife(docs, folds, progress)
	if err != nil {
		return fmt.Errorf("jackknifing tags: %w", err)
	}
	for i := range examples {
		examples[i].Doc = jackknifed[i]
	}
	names, err := entity.Train(examples, progress)
	if err != nil {
		return fmt.Errorf("training names: %w", err)
	}
	return writeModel(filepath.Join(out, "entity", "entity.model"), names.Encode)
}

// readSilver lays the annotated sentences of a CoNLL-U file over the texts of
// the corpus folder.
func readSilver(file, folder string) ([]entity.Example, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var r io.Reader = f
	if filepath.Ext(file) == ".gz" {
		if r, err = gzip.NewReader(f); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
	}
	var out []entity.Example
	for d, err := range conllu.Read(r) {
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		text, err := os.ReadFile(filepath.Join(folder, "text", d.ID+".txt"))
		if err != nil {
			return nil, err
		}
		a, err := conllu.Align(d, string(text))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		out = append(out, entity.Example{Doc: a.Document, Names: a.Names})
	}
	return out, nil
}

// trainClaims learns attribution from the corpus as the stages before it see
// its texts.
func trainClaims(ctx context.Context, folder, out string, e *env, progress learn.Progress) error {
	var (
		articles []*brat.Article
		docs     []*pipeline.Document
		gold     [][]pipeline.Claim
		failed   = failures{stderr: e.stderr}
	)
	src := func(yield func(*pipeline.Document, error) bool) {
		for a, err := range brat.ReadDir(folder) {
			if err != nil {
				failed.add(err)
				continue
			}
			d, err := corpus.Parse(a.Path, []byte(a.Text))
			articles = append(articles, a)
			if !yield(d, err) {
				return
			}
		}
	}
	n := 0
	err := pipeline.Run(ctx, src, extract.Preparation(), func(d *pipeline.Document, err error) error {
		a := articles[n]
		n++
		if err != nil {
			failed.add(err)
			return nil
		}
		var claims []pipeline.Claim
		for _, x := range a.Attributions {
			if len(x.Content) > 0 {
				claims = append(claims, pipeline.Claim{Source: x.Source, Cue: x.Cue, Content: x.Content})
			}
		}
		docs, gold = append(docs, d), append(gold, claims)
		return nil
	})
	if err != nil {
		return err
	}
	model, err := attribute.Train(docs, gold, progress)
	if err != nil {
		return fmt.Errorf("training claims: %w", err)
	}
	if err := writeModel(filepath.Join(out, "attribute", "attribute.model"), model.Encode); err != nil {
		return err
	}
	return failed.err()
}

func writeModel(path string, encode func() ([]byte, error)) error {
	b, err := encode()
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, b, 0o644)
}
