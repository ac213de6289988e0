package pipeline_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/hearsay-nlp/hearsay/"

// mayImport says which of the module's packages each part of the tree may
// import. Arrows run downwards only; stages do not import one another.
func mayImport(from, to string) bool {
	top, _, _ := strings.Cut(from, "/")
	toTop, _, _ := strings.Cut(to, "/")
	switch {
	case to == "pipeline":
		return true
	case top == "cmd":
		return true
	case top == "pipeline":
		return false
	case from == "extract":
		return toTop == "extract"
	case top == "extract":
		return to == "extract/learn" && from != "extract/learn"
	default:
		return top == toTop && (top == "corpus" || top == "store")
	}
}

func TestImports(t *testing.T) {
	root := ".."
	checked := 0
	err := filepath.WalkDir(root, func(file string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() && file != root && (e.Name() == "testdata" || strings.HasPrefix(e.Name(), ".")) {
			return filepath.SkipDir
		}
		if e.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return nil
		}
		rel, err := filepath.Rel(root, filepath.Dir(file))
		if err != nil {
			return err
		}
		from := filepath.ToSlash(rel)
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range f.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			checked++
			to, ours := strings.CutPrefix(imported, module)
			switch {
			case ours && !mayImport(from, path.Clean(to)):
				t.Errorf("%s: %s may not import %s", file, from, to)
			case !ours && from == "pipeline" && strings.Contains(imported, "."):
				t.Errorf("%s: pipeline imports only the standard library, not %s", file, imported)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if checked == 0 {
		t.Fatal("no imports found: the walk is broken")
	}
}
