package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"sync"

	"github.com/mattn/go-sqlite3"
)

// applicationID marks the file as hearsay's in its header ("hrsy").
const applicationID = 0x68727379

//go:embed migrations/*.sql
var migrations embed.FS

// A DB is an open store. It is safe for concurrent use, and several processes
// may have the same file open.
type DB struct {
	db      *sql.DB
	version string     // of the extractor, part of every article's hash
	writing sync.Mutex // one batch at a time; waiting here is fairer than SQLite's busy timeout
}

// An Option changes how Open works.
type Option func(*DB)

// Extractor names the version of the extractor whose claims are put. An
// article put under another version counts as changed.
func Extractor(version string) Option {
	return func(d *DB) { d.version = version }
}

// Open opens the store at path for reading and writing, and creates or
// migrates it as needed. A file that is not hearsay's is refused, untouched,
// with ErrForeign, one from a later version with ErrNewer.
func Open(ctx context.Context, path string, opts ...Option) (*DB, error) {
	return open(ctx, path, "rwc", opts)
}

// OpenReadOnly opens the store at path for questions. It creates nothing: a
// missing file is ErrNoDatabase.
func OpenReadOnly(ctx context.Context, path string) (*DB, error) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: %w: run hearsay ingest first", path, ErrNoDatabase)
	}
	return open(ctx, path, "rw", nil)
}

func open(ctx context.Context, path, mode string, opts []Option) (*DB, error) {
	pool, err := sql.Open("sqlite3", dsn(path, mode))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	d := &DB{db: pool}
	for _, o := range opts {
		o(d)
	}
	if err := d.prepare(ctx, mode == "rwc"); err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", path, err), pool.Close())
	}
	return d, nil
}

// Close releases the file.
func (d *DB) Close() error { return d.db.Close() }

// dsn carries the settings that every connection of the pool needs anew. Mode
// is "rwc" to write and create, "rw" to read what is there.
func dsn(path, mode string) string {
	q := url.Values{
		"mode": {mode},
		// SQLite ignores REFERENCES unless asked, on each connection.
		"_foreign_keys": {"1"},
		// Another process may be ingesting: wait for it instead of failing.
		"_busy_timeout": {"10000"},
		// In WAL mode NORMAL never corrupts; a power cut may cost the last
		// batches, which ingesting again brings back.
		"_synchronous": {"NORMAL"},
		// A batch takes the write lock when it begins: taking it half way
		// could fail without waiting.
		"_txlock": {"immediate"},
	}
	if mode == "rw" {
		// Not mode=ro: a connection that may not write leaves WAL's side files
		// behind when it closes.
		q.Set("_query_only", "1")
	}
	return "file:" + (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath() + "?" + q.Encode()
}

// prepare makes sure that the file is hearsay's and of this version. Nothing
// is written, not even the journal mode, before that is known.
func (d *DB) prepare(ctx context.Context, write bool) error {
	steps, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return err
	}
	version, err := identify(ctx, d.db)
	if err != nil {
		return err
	}
	switch {
	case version > len(steps):
		return fmt.Errorf("%w (schema %d, this one knows %d)", ErrNewer, version, len(steps))
	case !write && version == 0:
		return fmt.Errorf("%w: it is empty", ErrForeign)
	case !write && version < len(steps):
		return fmt.Errorf("%w: hearsay ingest brings it up to date", ErrOlder)
	case !write:
		return nil
	}
	// Readers go on while a batch is written. The mode stays with the file.
	if _, err := d.db.ExecContext(ctx, `PRAGMA journal_mode = WAL`); err != nil {
		return fmt.Errorf("journal mode: %w", err)
	}
	if version == len(steps) {
		return nil
	}
	return d.update(ctx, func(tx *sql.Tx) error { return migrate(ctx, tx, steps) })
}

// A querier is a database or a transaction.
type querier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// identify gives the schema version of a hearsay file, 0 of an empty one.
func identify(ctx context.Context, q querier) (int, error) {
	var app, version, objects int
	err := q.QueryRowContext(ctx, `SELECT
		(SELECT application_id FROM pragma_application_id),
		(SELECT user_version FROM pragma_user_version),
		(SELECT count(*) FROM sqlite_schema)`).Scan(&app, &version, &objects)
	var se sqlite3.Error
	switch {
	case errors.As(err, &se) && se.Code == sqlite3.ErrNotADB:
		return 0, fmt.Errorf("%w: %w", ErrForeign, err)
	case err != nil:
		return 0, err
	case app == applicationID:
		return version, nil
	case app == 0 && version == 0 && objects == 0:
		return 0, nil
	}
	return 0, fmt.Errorf("%w: it is another program's SQLite database", ErrForeign)
}

// migrate runs the steps that the file has not had yet. The version is read
// again inside the transaction, for another process may have been faster.
func migrate(ctx context.Context, tx *sql.Tx, steps []string) error {
	version, err := identify(ctx, tx)
	if err != nil {
		return err
	}
	for _, name := range steps[min(version, len(steps)):] {
		step, err := migrations.ReadFile(name)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, string(step)); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	_, err = tx.ExecContext(ctx, fmt.Sprintf(`PRAGMA application_id = %d; PRAGMA user_version = %d`, applicationID, max(version, len(steps))))
	return err
}

// update runs f in one transaction, all or nothing.
func (d *DB) update(ctx context.Context, f func(*sql.Tx) error) (err error) {
	d.writing.Lock()
	defer d.writing.Unlock()
	tx, err := d.db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	if err := f(tx); err != nil {
		// The context's end has rolled it back already: nothing to add.
		if rerr := tx.Rollback(); rerr != nil && !errors.Is(rerr, sql.ErrTxDone) {
			err = errors.Join(err, rerr)
		}
		return err
	}
	return tx.Commit()
}
