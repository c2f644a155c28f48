// Package tsdb is the driver of the embedded time series database.
package tsdb

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"time"
)

func init() { sql.Register("tsdb", engine{}) }

type engine struct{}

func (engine) Open(string) (driver.Conn, error) { return &session{}, nil }

type session struct {
	inTx bool
}

func (s *session) Prepare(string) (driver.Stmt, error) {
	return nil, errors.New("tsdb: no statements")
}
func (s *session) Close() error              { return nil }
func (s *session) Begin() (driver.Tx, error) { s.inTx = true; return s, nil }
func (s *session) Commit() error             { s.inTx = false; return nil }
func (s *session) Rollback() error           { s.inTx = false; return nil }

func (s *session) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	time.Sleep(2 * time.Millisecond)
	return driver.RowsAffected(1), nil
}
