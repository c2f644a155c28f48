// Package seatdb is the driver of the theatre's embedded database.
package seatdb

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"strings"
	"time"
)

func init() { sql.Register("seatdb", engine{}) }

type engine struct{}

func (engine) Open(string) (driver.Conn, error) { return &session{}, nil }

type session struct {
	inTx bool
}

func (s *session) Prepare(string) (driver.Stmt, error) {
	return nil, errors.New("seatdb: no statements")
}
func (s *session) Close() error              { return nil }
func (s *session) Begin() (driver.Tx, error) { s.inTx = true; return s, nil }
func (s *session) Commit() error             { s.inTx = false; return nil }
func (s *session) Rollback() error           { s.inTx = false; return nil }

func (s *session) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	time.Sleep(2 * time.Millisecond)
	return driver.RowsAffected(1), nil
}

func (s *session) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	time.Sleep(time.Millisecond)
	taken := int64(0)
	if seat, ok := args[1].Value.(string); ok && strings.HasPrefix(seat, "A") { // the first row is sold
		taken = 1
	}
	return &row{value: taken}, nil
}

type row struct {
	value int64
	read  bool
}

func (r *row) Columns() []string { return []string{"taken"} }
func (r *row) Close() error      { return nil }
func (r *row) Next(dest []driver.Value) error {
	if r.read {
		return io.EOF
	}
	r.read, dest[0] = true, r.value
	return nil
}
