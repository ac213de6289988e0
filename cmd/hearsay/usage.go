package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// explainUsage turns an error of the flag parser into one that says what
// would be right.
func explainUsage(c *cli.Context, err error, _ bool) error {
	msg := err.Error()
	if name, ok := strings.CutPrefix(msg, "flag provided but not defined: "); ok {
		name = strings.TrimLeft(name, "-")
		msg = fmt.Sprintf("no flag --%s", name)
		if near := cli.SuggestFlag(c.Command.Flags, name, false); near != "" {
			msg += fmt.Sprintf("; did you mean %s?", near)
		}
	} else if name, ok := strings.CutPrefix(msg, "flag needs an argument: "); ok {
		msg = fmt.Sprintf("--%s needs a value", strings.TrimLeft(name, "-"))
	}
	if m := invalidValue.FindStringSubmatch(msg); m != nil {
		msg = fmt.Sprintf("--%s %s is not a number", m[2], m[1])
	}
	return &usageError{msg + helpHint(c)}
}

// invalidValue is what the parser says of a number that is none.
var invalidValue = regexp.MustCompile(`^invalid value (".*") for flag -+([a-z-]+): parse error$`)

// helpHint says where the flags of the command at hand are explained.
func helpHint(c *cli.Context) string {
	if c.Command == nil || c.Command.Name == "" || c.Command.Name == c.App.Name {
		return "\nhearsay --help lists the commands"
	}
	return fmt.Sprintf("\nhearsay %s --help lists its flags", c.Command.Name)
}

func unknownCommand(app *cli.App, name string) error {
	msg := fmt.Sprintf("no command %q", name)
	if near := strings.TrimPrefix(cli.SuggestCommand(app.Commands, name), "Did you mean "); near != "" {
		msg += "; did you mean " + near
	}
	return &usageError{msg + "\nhearsay --help lists the commands"}
}

// noArguments refuses arguments that are no flags. Instead is the flag that
// the first of them was probably meant for.
func noArguments(c *cli.Context, instead string) error {
	if c.Args().Len() == 0 {
		return nil
	}
	msg := fmt.Sprintf("%s takes no argument %q", c.Command.Name, c.Args().First())
	if instead != "" {
		msg += fmt.Sprintf("; did you mean %s %q?", instead, strings.Join(c.Args().Slice(), " "))
	}
	return &usageError{msg + helpHint(c)}
}

// paths gives the command's arguments, of which there must be one.
func paths(c *cli.Context) ([]string, error) {
	if c.Args().Len() == 0 {
		return nil, &usageError{fmt.Sprintf("%s what? Give files, folders, or - for standard input", c.Command.Name) + helpHint(c)}
	}
	return c.Args().Slice(), nil
}

// A choice is a flag with a fixed set of values, the default first.
type choice struct {
	name   string
	values []string
	any    bool // no value is a value too
}

// The flags with a fixed set of values.
var (
	extractFormat  = choice{name: "format", values: []string{"jsonl", "text", "html", "brat"}}
	quotesFormat   = choice{name: "format", values: []string{"table", "jsonl", "csv"}}
	speakersFormat = choice{name: "format", values: []string{"table", "jsonl", "csv"}}
	showFormat     = choice{name: "format", values: []string{"text", "jsonl", "html"}}
	typeChoice     = choice{name: "type", values: []string{"direct", "mixed", "indirect"}, any: true}
)

func (ch choice) flag(usage string) cli.Flag {
	f := &cli.StringFlag{Name: ch.name, Usage: usage + ": " + strings.Join(ch.values, ", ")}
	if !ch.any {
		f.Value = ch.values[0]
	}
	return f
}

// value is the flag's value, refused if it is not one of the set.
func (ch choice) value(c *cli.Context) (string, error) {
	v := c.String(ch.name)
	if slices.Contains(ch.values, v) || v == "" && ch.any {
		return v, nil
	}
	return "", &usageError{fmt.Sprintf("--%s %q is not one of %s", ch.name, v, strings.Join(ch.values, ", "))}
}
