// Package weigh reads a truck scale over its serial-to-TCP converter; it answers one question at a time.
package weigh

import (
	"bufio"
	"fmt"
	"net"
	"strconv"
	"strings"
	"sync"
	"time"
)

type Scale struct {
	mu   sync.Mutex
	conn net.Conn
	in   *bufio.Reader
}

func Connect(address string) (*Scale, error) {
	conn, err := net.DialTimeout("tcp", address, 2*time.Second)
	if err != nil {
		return nil, err
	}
	return &Scale{conn: conn, in: bufio.NewReader(conn)}, nil
}

func (s *Scale) command(words string) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, err := fmt.Fprintf(s.conn, "%s\r\n", words); err != nil {
		return "", err
	}
	answer, err := s.in.ReadString('\n')
	return strings.TrimSpace(answer), err
}

// Gross is the weight on the scale in kilos.
func (s *Scale) Gross() (int, error) {
	answer, err := s.command("S")
	if err != nil {
		return 0, fmt.Errorf("scale: %w", err)
	}
	return strconv.Atoi(answer)
}

func (s *Scale) Close() error { return s.conn.Close() }
