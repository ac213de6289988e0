package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"github.com/hearsay-nlp/hearsay/corpus"
	"github.com/hearsay-nlp/hearsay/corpus/brat"
	"github.com/hearsay-nlp/hearsay/extract"
	"github.com/hearsay-nlp/hearsay/pipeline"
)

func extractCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:      "extract",
		Usage:     "print who said what in the given articles, storing nothing",
		ArgsUsage: "PATH…",
		Description: `PATH is an article, a folder of .txt articles, or - for standard input.

  hearsay extract article.txt --format text          to read
  hearsay extract article.txt --format html > a.html  the article, marked up
  hearsay extract articles/ > claims.jsonl           one JSON object an article,
                                                     for other programs
  hearsay extract articles/ --format brat --out ann  annotations for brat

Articles come out in the order in which they went in. Offsets in JSON count
bytes of the article's text.`,
		Flags: []cli.Flag{
			extractFormat.flag("print as `FORMAT`"),
			&cli.PathFlag{Name: "out", Usage: "with --format brat, write NAME.txt and NAME.ann into `FOLDER`, which several articles need"},
			confidenceFlag(), jobsFlag(),
		},
		Action: func(c *cli.Context) error { return runExtract(c, e) },
	}
}

// confidenceFlag is --min-confidence; its default is the one that extraction
// was tuned for.
func confidenceFlag() cli.Flag {
	return &cli.Float64Flag{Name: "min-confidence", Value: extract.MinConfidence, Usage: "leave out claims that are less certain than `P`, 0 to 1; the default finds most without inventing much (best F1)"}
}

// confidence reads --min-confidence.
func confidence(c *cli.Context) (float64, error) {
	p := c.Float64("min-confidence")
	if !(p >= 0 && p <= 1) {
		return 0, &usageError{fmt.Sprintf("--min-confidence %v is not from 0 to 1", p)}
	}
	return p, nil
}

func jobsFlag() cli.Flag {
	return &cli.IntFlag{Name: "jobs", Usage: "work on `N` articles at once", DefaultText: "one a processor core"}
}

func runExtract(c *cli.Context, e *env) error {
	in, err := paths(c)
	if err != nil {
		return err
	}
	format, err := extractFormat.value(c)
	if err != nil {
		return err
	}
	if c.IsSet("out") && format != "brat" {
		return &usageError{"--out goes with --format brat; redirect other formats with >"}
	}
	jobs, err := workers(c.Int("jobs"))
	if err != nil {
		return err
	}
	least, err := confidence(c)
	if err != nil {
		return err
	}
	stdout := bufio.NewWriter(e.stdout)
	out, err := newOutput(format, stdout, terminalOf(e.stdout), c.Path("out"))
	if err != nil {
		return err
	}
	failed := failures{stderr: e.stderr}
	err = pipeline.Run(c.Context, corpus.Read(c.Context, in, e.stdin), extract.StagesFrom(least), func(d *pipeline.Document, err error) error {
		if err != nil {
			failed.add(err)
			return nil
		}
		if err := out.add(d); err != nil {
			return err
		}
		// Whoever reads the other end sees each article as it is done.
		return stdout.Flush()
	}, jobs)
	if err != nil {
		return err
	}
	if err := errors.Join(out.close(), stdout.Flush()); err != nil {
		return err
	}
	return failed.err()
}

// An output writes articles in one format.
type output struct {
	add   func(*pipeline.Document) error
	close func() error
}

func newOutput(format string, w io.Writer, t terminal, folder string) (output, error) {
	nothing := func() error { return nil }
	switch format {
	case "text":
		return output{func(d *pipeline.Document) error { return writeText(w, t, recordOf(d)) }, nothing}, nil
	case "html":
		p := page{w: w}
		return output{func(d *pipeline.Document) error { return p.add(recordOf(d)) }, p.close}, nil
	case "brat":
		if folder == "" {
			b := bratStream{w: w}
			return output{b.add, nothing}, nil
		}
		if err := os.MkdirAll(folder, 0o777); err != nil {
			return output{}, err
		}
		b := bratFolder{dir: folder, written: map[string]string{}}
		return output{b.add, nothing}, nil
	}
	enc := jsonLines(w)
	return output{func(d *pipeline.Document) error { return enc.Encode(recordOf(d)) }, nothing}, nil
}

// A bratStream writes the annotations of one article. The format has no place
// for an article's name, so a second one would be lost in the first.
type bratStream struct {
	w    io.Writer
	have bool
}

func (b *bratStream) add(d *pipeline.Document) error {
	if b.have {
		return &usageError{"several articles in brat's form need --out FOLDER"}
	}
	b.have = true
	return brat.Write(b.w, d)
}

// A bratFolder writes each article's text and annotations into a folder,
// named as the article's file.
type bratFolder struct {
	dir     string
	written map[string]string // key by name
}

func (b *bratFolder) add(d *pipeline.Document) error {
	name := filepath.Base(d.Key)
	name = name[:len(name)-len(filepath.Ext(name))]
	if key, taken := b.written[name]; taken {
		return fmt.Errorf("%s and %s would both be written to %s", key, d.Key, filepath.Join(b.dir, name+".ann"))
	}
	b.written[name] = d.Key
	if err := os.WriteFile(filepath.Join(b.dir, name+".txt"), []byte(d.Text), 0o666); err != nil {
		return err
	}
	f, err := os.Create(filepath.Join(b.dir, name+".ann"))
	if err != nil {
		return err
	}
	return errors.Join(brat.Write(f, d), f.Close())
}
