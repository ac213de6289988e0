package corpus

import (
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// files yields the article files at path: itself, or those of the folder it
// is. An error comes with the file or folder that it befell.
func files(path string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		info, err := os.Stat(path)
		if err != nil || !info.IsDir() {
			yield(path, err)
			return
		}
		w := walk{yield: yield, way: []fs.FileInfo{info}}
		if w.folder(path) && w.found == 0 {
			yield(path, ErrNoArticles)
		}
	}
}

// A walk goes through one folder and those below it.
type walk struct {
	yield    func(string, error) bool
	found    int           // files and errors yielded
	way      []fs.FileInfo // the folders from the start down to here
	followed []fs.FileInfo // folders that links led to
}

func (w *walk) emit(path string, err error) bool {
	w.found++
	return w.yield(path, err)
}

// folder visits what dir holds in lexical order. It reports whether to go on.
func (w *walk) folder(dir string) bool {
	entries, err := os.ReadDir(dir)
	if err != nil && !w.emit(dir, err) {
		return false
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		if !w.entry(filepath.Join(dir, e.Name()), e) {
			return false
		}
	}
	return true
}

func (w *walk) entry(path string, e fs.DirEntry) bool {
	isText := strings.EqualFold(filepath.Ext(path), ".txt")
	if !isText && e.Type().IsRegular() {
		return true
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return !isText || w.emit(path, err)
	case info.IsDir():
		if e.Type()&fs.ModeSymlink != 0 && !w.follow(info) {
			return true
		}
		w.way = append(w.way, info)
		defer func() { w.way = w.way[:len(w.way)-1] }()
		return w.folder(path)
	case isText && info.Mode().IsRegular():
		return w.emit(path, nil)
	}
	return true // a pipe or device could block for ever
}

// follow reports whether to go into the folder that a link leads to: not if
// that closes a loop, nor twice.
func (w *walk) follow(target fs.FileInfo) bool {
	for _, seen := range [][]fs.FileInfo{w.way, w.followed} {
		for _, s := range seen {
			if os.SameFile(s, target) {
				return false
			}
		}
	}
	w.followed = append(w.followed, target)
	return true
}
