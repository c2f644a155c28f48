package slowdb

import (
	"context"
	"database/sql/driver"
	"errors"
	"io"
	"math/rand"
	"time"
)

// Connector opens sessions of a database that needs a few tens of milliseconds for a query.
type Connector struct{ Typical time.Duration }

func (c Connector) Connect(context.Context) (driver.Conn, error) { return &conn{c}, nil }
func (c Connector) Driver() driver.Driver                        { return nil }

type conn struct{ c Connector }

var errUnsupported = errors.New("slowdb: unsupported")

func (*conn) Prepare(string) (driver.Stmt, error) { return nil, errUnsupported }
func (*conn) Begin() (driver.Tx, error)           { return nil, errUnsupported }
func (*conn) Close() error                        { return nil }

func (c *conn) QueryContext(ctx context.Context, q string, args []driver.NamedValue) (driver.Rows, error) {
	wait := time.NewTimer(c.c.Typical/2 + time.Duration(rand.Int63n(int64(c.c.Typical))))
	defer wait.Stop()
	select {
	case <-wait.C:
		return &result{left: 3}, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

type result struct{ left int }

func (*result) Columns() []string { return []string{"drug", "dose"} }
func (*result) Close() error      { return nil }
func (r *result) Next(dest []driver.Value) error {
	if r.left == 0 {
		return io.EOF
	}
	r.left--
	dest[0], dest[1] = "amoxicillin", int64(500)
	return nil
}
