package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestReadme runs the README's example and holds it to what the README shows.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, example, _ := strings.Cut(string(readme), "```console\n")
	example, _, ok := strings.Cut(example, "```")
	if !ok {
		t.Fatal("the README shows no example")
	}
	t.Chdir("../..")
	t.Setenv("HEARSAY_DB", filepath.Join(t.TempDir(), "hearsay.db"))
	var got bytes.Buffer
	for line := range strings.Lines(example) {
		command, ok := strings.CutPrefix(line, "$ ")
		if !ok {
			continue
		}
		got.WriteString(line)
		if err := run(context.Background(), strings.Fields(command), nil, &got, &got); err != nil {
			t.Fatalf("%s: %v", command, err)
		}
	}
	if got.String() != example {
		t.Errorf("the README shows\n%s\nbut hearsay prints\n%s", example, &got)
	}
}
