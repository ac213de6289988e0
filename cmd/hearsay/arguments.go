package main

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// completionFlag is what the shell's completion script adds at the end.
const completionFlag = "--generate-bash-completion"

// flagsFirst puts the flags of a subcommand before its arguments, since the
// flag parser stops at the first argument and people write
//
//	hearsay extract article.txt --format text
//
// What stands after "--" is no flag. Unknown flags are left for the parser to
// refuse.
func flagsFirst(app *cli.App, args []string) []string {
	if len(args) < 2 || args[len(args)-1] == completionFlag {
		return args
	}
	i := slices.IndexFunc(app.Commands, func(c *cli.Command) bool { return c.HasName(args[1]) })
	if i < 0 {
		return args
	}
	var flags, rest []string
	for todo := args[2:]; len(todo) > 0; {
		arg := todo[0]
		todo = todo[1:]
		switch {
		case arg == "--":
			rest = append(rest, todo...)
			todo = nil
		case len(arg) < 2 || arg[0] != '-':
			rest = append(rest, arg)
		default:
			flags = append(flags, arg)
			if takesValue(app.Commands[i], arg) && len(todo) > 0 {
				flags = append(flags, todo[0])
				todo = todo[1:]
			}
		}
	}
	out := append(slices.Clone(args[:2]), flags...)
	if rest != nil {
		out = append(append(out, "--"), rest...)
	}
	return out
}

// takesValue reports whether the next argument is the value of this flag.
func takesValue(c *cli.Command, arg string) bool {
	name := strings.TrimLeft(arg, "-")
	if strings.Contains(name, "=") {
		return false
	}
	for _, f := range c.Flags {
		if slices.Contains(f.Names(), name) {
			d, ok := f.(cli.DocGenerationFlag)
			return ok && d.TakesValue()
		}
	}
	return false
}
