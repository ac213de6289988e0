package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// view runs f on one connection that sees one state of the store throughout,
// whatever is being written meanwhile. The transaction is begun by hand since
// those of the pool take the write lock (see dsn).
func (d *DB) view(ctx context.Context, f func(*sql.Conn) error) (err error) {
	conn, err := d.db.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	if _, err := conn.ExecContext(ctx, `BEGIN DEFERRED`); err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	defer func() {
		// Also after ctx has ended, or the connection would return to the
		// pool in mid-transaction.
		_, rerr := conn.ExecContext(context.WithoutCancel(ctx), `ROLLBACK`)
		err = errors.Join(err, rerr)
	}()
	return f(conn)
}

// each runs a query and calls scan on each row.
func each(ctx context.Context, conn *sql.Conn, scan func(*sql.Rows) error, query string, args ...any) error {
	rows, err := conn.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }() // its error is rows.Err's
	for rows.Next() {
		if err := scan(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// column collects the first column of a query's rows.
func column[T any](ctx context.Context, conn *sql.Conn, query string, args ...any) (list []T, err error) {
	err = each(ctx, conn, func(rows *sql.Rows) error {
		var v T
		if err := rows.Scan(&v); err != nil {
			return err
		}
		list = append(list, v)
		return nil
	}, query, args...)
	return list, err
}
