package store_test

import (
	"bytes"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/hearsay-nlp/hearsay/pipeline"
	"github.com/hearsay-nlp/hearsay/store"
)

// sqlite makes a database file by the given statements.
func sqlite(t *testing.T, path string, statements ...string) {
	t.Helper()
	raw, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range statements {
		if _, err := raw.Exec(s); err != nil {
			t.Fatal(err)
		}
	}
	if err := raw.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestOpenRefuses(t *testing.T) {
	for _, test := range []struct {
		name string
		make func(t *testing.T, path string)
		want error
	}{
		{"text", func(t *testing.T, path string) {
			if err := os.WriteFile(path, bytes.Repeat([]byte("not a database\n"), 1000), 0o600); err != nil {
				t.Fatal(err)
			}
		}, store.ErrForeign},
		{"another program's", func(t *testing.T, path string) {
			sqlite(t, path, `CREATE TABLE bookmarks (url TEXT)`)
		}, store.ErrForeign},
		{"another application id", func(t *testing.T, path string) {
			sqlite(t, path, `PRAGMA application_id = 42`, `PRAGMA user_version = 1`)
		}, store.ErrForeign},
		{"newer", func(t *testing.T, path string) {
			db, err := store.Open(t.Context(), path)
			if err != nil {
				t.Fatal(err)
			}
			if err := db.Close(); err != nil {
				t.Fatal(err)
			}
			sqlite(t, path, `PRAGMA user_version = 1000`)
		}, store.ErrNewer},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "x.db")
			test.make(t, path)
			before, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if db, err := store.Open(t.Context(), path); !errors.Is(err, test.want) {
				t.Errorf("Open: got %v, %v, want %v", db, err, test.want)
			}
			if db, err := store.OpenReadOnly(t.Context(), path); !errors.Is(err, test.want) {
				t.Errorf("OpenReadOnly: got %v, %v, want %v", db, err, test.want)
			}
			if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
				t.Errorf("the file was touched (%v)", err)
			}
		})
	}
}

func TestOpenReadOnlyCreatesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none.db")
	if _, err := store.OpenReadOnly(t.Context(), path); !errors.Is(err, store.ErrNoDatabase) {
		t.Errorf("got %v, want ErrNoDatabase", err)
	}
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the file is there: %v", err)
	}
}

func TestReadOnlyReadsAndDoesNotWrite(t *testing.T) {
	db, path := create(t)
	put(t, db, newsroom(t)...)
	read, err := store.OpenReadOnly(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := read.Close(); err != nil {
			t.Error(err)
		}
	}()
	if got, err := texts(t.Context(), read, store.Query{Speaker: "Pfizer"}); err != nil || len(got) != 1 {
		t.Errorf("got %q, %v", got, err)
	}
	if _, err := read.Put(t.Context(), []*pipeline.Document{article(t, "new", "", "text", nil)}); err == nil {
		t.Error("it could be written to")
	}
}
