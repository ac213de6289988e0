package main

import (
	"context"
	"fmt"
	"io"
	"runtime/debug"

	"github.com/urfave/cli/v2"

	"github.com/hearsay-nlp/hearsay/extract"
)

// An env is the world that the subcommands act on.
type env struct {
	args           []string // as the user gave them, the program's name first
	stdin          io.Reader
	stdout, stderr io.Writer
}

// run is the program: what it returns decides the exit status (see
// exitStatus), and nothing is written but to stdout and stderr.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) error {
	e := &env{args, stdin, stdout, stderr}
	app := newApp(e)
	return app.RunContext(ctx, flagsFirst(app, args))
}

func newApp(e *env) *cli.App {
	app := &cli.App{
		Name:  "hearsay",
		Usage: "who said what, from news text",
		Description: `hearsay finds every claim that an article attributes to somebody, works out
who that is, and keeps it in a database that you can ask:

  hearsay ingest articles/                          read a folder of .txt articles
  hearsay quotes --speaker Lavrov --about Europe    what did he say about it?
  hearsay speakers                                  who is quoted, and how often
  hearsay extract article.txt --format html > a.html    one article, marked up

Exit status: 0 all done, 1 some documents failed, 2 wrong usage or a name that
several people go by.`,
		Version:                version(),
		Writer:                 e.stdout,
		ErrWriter:              e.stderr,
		EnableBashCompletion:   true,
		BashComplete:           completeCommands,
		ExitErrHandler:         func(*cli.Context, error) {}, // main decides
		OnUsageError:           explainUsage,
		UseShortOptionHandling: false,
		Action: func(c *cli.Context) error {
			if name := c.Args().First(); name != "" {
				return unknownCommand(c.App, name)
			}
			c.App.Writer = e.stderr
			if err := cli.ShowAppHelp(c); err != nil {
				return err
			}
			return &usageError{"which command?"}
		},
		Commands: []*cli.Command{
			extractCommand(e), ingestCommand(e), quotesCommand(e), speakersCommand(e), showCommand(e),
			evalCommand(e), trainCommand(e), completionCommand(e), versionCommand(e),
		},
	}
	for _, c := range app.Commands {
		c.OnUsageError = explainUsage
		c.HideHelpCommand = true // "help" may be a file's name
		c.BashComplete = completeFlags(e, c)
	}
	return app
}

func versionCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:  "version",
		Usage: "print the program's version and that of its extractor",
		Action: func(c *cli.Context) error {
			if err := noArguments(c, ""); err != nil {
				return err
			}
			_, err := fmt.Fprintln(e.stdout, "hearsay", version())
			return err
		},
	}
}

// version names the module's version, as go build knows it, and the
// extractor's, which decides whether articles are extracted again.
func version() string {
	module := "(devel)"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		module = info.Main.Version
	}
	return module + ", extractor " + extract.Version
}
