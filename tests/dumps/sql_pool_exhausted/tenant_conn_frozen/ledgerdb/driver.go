// Package ledgerdb is the driver of the ledger's embedded database.
package ledgerdb

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"strings"
	"time"
)

func init() { sql.Register("ledger", engine{}) }

type engine struct{}

func (engine) Open(name string) (driver.Conn, error) {
	time.Sleep(3 * time.Millisecond)
	return &conn{}, nil
}

type conn struct {
	schema string
}

func (c *conn) Prepare(query string) (driver.Stmt, error) {
	return nil, errors.New("ledger: no statements")
}
func (c *conn) Begin() (driver.Tx, error) { return nil, errors.New("ledger: read only") }
func (c *conn) Close() error              { return nil }

func (c *conn) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	c.schema = strings.TrimPrefix(query, "SET search_path TO ")
	return driver.RowsAffected(0), nil
}

func (c *conn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	time.Sleep(2 * time.Millisecond)
	if strings.Contains(query, "FROM tenant") {
		frozen := int64(0)
		if strings.HasPrefix(c.schema, "f") {
			frozen = 1
		}
		return &rows{column: "frozen", value: frozen}, nil
	}
	return &rows{column: "cents", value: 12900}, nil
}

type rows struct {
	column string
	value  int64
	read   bool
}

func (r *rows) Columns() []string { return []string{r.column} }
func (r *rows) Close() error      { return nil }
func (r *rows) Next(dest []driver.Value) error {
	if r.read {
		return io.EOF
	}
	r.read, dest[0] = true, r.value
	return nil
}
