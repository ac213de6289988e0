package main

import (
	"embed"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"
)

// The scripts ask the program itself for what may come next; those that the
// cli library ships need the bash-completion package or show zsh's form in
// other shells.
//
//go:embed completion/hearsay.bash completion/hearsay.zsh
var scripts embed.FS

func completionCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:      "completion",
		Usage:     "print a script that lets your shell complete hearsay's commands and flags",
		ArgsUsage: "bash|zsh|fish",
		Description: `Load it once to try it:

  source <(hearsay completion bash)

or for good, at your shell's start:

  hearsay completion bash > ~/.local/share/bash-completion/completions/hearsay
  hearsay completion zsh > "${fpath[1]}/_hearsay"
  hearsay completion fish > ~/.config/fish/completions/hearsay.fish`,
		Action: func(c *cli.Context) error {
			var (
				script string
				err    error
			)
			switch shell := c.Args().First(); shell {
			case "bash", "zsh":
				var b []byte
				b, err = scripts.ReadFile("completion/hearsay." + shell)
				script = string(b)
			case "fish":
				script, err = c.App.ToFishCompletion()
			case "":
				return &usageError{"for which shell? Say hearsay completion bash, zsh or fish"}
			default:
				return &usageError{fmt.Sprintf("no completion for %q; there is bash, zsh and fish", shell)}
			}
			if err != nil {
				return err
			}
			_, err = fmt.Fprint(e.stdout, script)
			return err
		},
	}
}

// completeCommands lists the commands.
func completeCommands(c *cli.Context) {
	for _, cmd := range c.App.VisibleCommands() {
		_, _ = fmt.Fprintln(c.App.Writer, cmd.Name)
	}
}

// completeFlags lists the values of the flag before the cursor if these are a
// fixed set, or the flags if one is begun; else nothing, and the shell falls
// back to the names of files.
func completeFlags(e *env, cmd *cli.Command) cli.BashCompleteFunc {
	return func(c *cli.Context) {
		if len(e.args) < 2 {
			return
		}
		last := e.args[len(e.args)-2] // before completionFlag
		for _, ch := range choicesOf(cmd.Name) {
			if last == "--"+ch.name {
				_, _ = fmt.Fprintln(c.App.Writer, strings.Join(ch.values, "\n"))
				return
			}
		}
		if cmd.Name == "completion" && last == cmd.Name {
			_, _ = fmt.Fprintln(c.App.Writer, "bash\nzsh\nfish")
		}
		if !strings.HasPrefix(last, "-") || takesValue(cmd, last) {
			return
		}
		for _, f := range cmd.VisibleFlags() {
			for _, name := range f.Names() {
				if len(name) > 1 {
					_, _ = fmt.Fprintln(c.App.Writer, "--"+name)
				}
			}
		}
	}
}

func choicesOf(command string) []choice {
	switch command {
	case "extract":
		return []choice{extractFormat}
	case "quotes":
		return []choice{quotesFormat, typeChoice}
	case "speakers":
		return []choice{speakersFormat}
	case "show":
		return []choice{showFormat}
	}
	return nil
}
