package roll

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net"
	"strings"
	"time"
)

var errUnknown = errors.New("roll: no such family")

// Parish is the small roll at hand.
type Parish struct{}

func (Parish) Blazon(ctx context.Context, family string) (string, error) {
	if family == "smith" {
		return "sable, a horseshoe argent", nil
	}
	return "", errUnknown
}

// College is the big one, behind an old server that takes three seconds for each question.
type College struct{ Addr string }

func (c *College) Blazon(ctx context.Context, family string) (string, error) {
	conn, err := net.DialTimeout("tcp", c.Addr, 2*time.Second)
	if err != nil {
		return "", err
	}
	defer conn.Close()
	if err := conn.SetDeadline(time.Now().Add(8 * time.Second)); err != nil {
		return "", err
	}
	if _, err := fmt.Fprintf(conn, "GET /slow?ms=3000&family=%s HTTP/1.0\r\n\r\n", family); err != nil {
		return "", err
	}
	return answer(conn)
}

// answer takes the last line.
func answer(conn net.Conn) (string, error) {
	text := ""
	lines := bufio.NewScanner(conn)
	for lines.Scan() {
		text = lines.Text()
	}
	return strings.TrimSpace(text), lines.Err()
}
