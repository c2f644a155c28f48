// Package memdb is the in-memory engine that stands in for the bookkeeping database.
package memdb

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"io"
	"time"
)

func init() { sql.Register("memdb", engine{}) }

type engine struct{}

func (engine) Open(string) (driver.Conn, error) { return &session{}, nil }

type session struct{}

func (s *session) Prepare(q string) (driver.Stmt, error) { return statement{}, nil }
func (s *session) Close() error                          { return nil }
func (s *session) Begin() (driver.Tx, error)             { return work{}, nil }
func (s *session) BeginTx(ctx context.Context, _ driver.TxOptions) (driver.Tx, error) {
	return work{}, ctx.Err()
}

type work struct{}

func (work) Commit() error   { time.Sleep(2 * time.Millisecond); return nil }
func (work) Rollback() error { return nil }

type statement struct{}

func (statement) Close() error                               { return nil }
func (statement) NumInput() int                              { return -1 }
func (statement) Exec([]driver.Value) (driver.Result, error) { return driver.RowsAffected(1), nil }
func (statement) Query(args []driver.Value) (driver.Rows, error) {
	time.Sleep(3 * time.Millisecond)
	return &rows{}, nil
}

type rows struct{ read bool }

func (r *rows) Columns() []string { return []string{"balance"} }
func (r *rows) Close() error      { return nil }
func (r *rows) Next(dest []driver.Value) error {
	if r.read {
		return io.EOF
	}
	r.read, dest[0] = true, int64(120)
	return nil
}
