// Package embedded is a database inside the process; a statement is nothing but computing.
package embedded

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"database/sql/driver"
	"errors"
)

func init() { sql.Register("embedded", engine{}) }

type engine struct{}

func (engine) Open(string) (driver.Conn, error) { return new(session), nil }

type session struct {
	page [32]byte
}

func (s *session) Prepare(string) (driver.Stmt, error) {
	return nil, errors.New("embedded: no statements")
}
func (s *session) Begin() (driver.Tx, error) { return nil, errors.New("embedded: no transactions") }
func (s *session) Close() error              { return nil }

func (s *session) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	for i := 0; i < 12000; i++ { // writes its pages
		s.page = sha256.Sum256(append(s.page[:], query...))
	}
	return driver.RowsAffected(1), nil
}
