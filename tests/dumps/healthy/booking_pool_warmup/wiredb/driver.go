// Package wiredb is the driver of a database that speaks lines over TCP.
package wiredb

import (
	"bufio"
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"time"
)

func init() { sql.Register("wire", wire{}) }

type wire struct{}

// Open connects and logs in.
func (wire) Open(address string) (driver.Conn, error) {
	c, err := net.DialTimeout("tcp", address, time.Second)
	if err != nil {
		return nil, err
	}
	session := &session{c, bufio.NewReader(c)}
	if _, err := session.ask("login bookings"); err != nil {
		c.Close()
		return nil, err
	}
	return session, nil
}

type session struct {
	conn net.Conn
	in   *bufio.Reader
}

func (s *session) ask(line string) (string, error) {
	s.conn.SetDeadline(time.Now().Add(3 * time.Second))
	if _, err := fmt.Fprintln(s.conn, line); err != nil {
		return "", driver.ErrBadConn
	}
	answer, err := s.in.ReadString('\n')
	if err != nil {
		return "", driver.ErrBadConn
	}
	return strings.TrimSpace(answer), nil
}

func (s *session) Prepare(string) (driver.Stmt, error) { return nil, errors.New("wire: no statements") }
func (s *session) Begin() (driver.Tx, error)           { return nil, errors.New("wire: read only") }
func (s *session) Close() error                        { return s.conn.Close() }

func (s *session) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	answer, err := s.ask(query)
	if err != nil {
		return nil, err
	}
	return &rows{strings.Split(answer, ",")}, nil
}

type rows struct {
	left []string
}

func (r *rows) Columns() []string { return []string{"room"} }
func (r *rows) Close() error      { return nil }
func (r *rows) Next(dest []driver.Value) error {
	if len(r.left) == 0 {
		return io.EOF
	}
	dest[0], r.left = r.left[0], r.left[1:]
	return nil
}
