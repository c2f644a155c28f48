// Package points speaks with the points server.
package points

import (
	"bufio"
	"fmt"
	"net"
	"os"
	"strings"
	"time"
)

// Book adds points to a card and returns how many there are.
func Book(card string, points int) (string, error) {
	conn, err := net.DialTimeout("tcp", os.Getenv("UPSTREAM_SILENT"), 2*time.Second)
	if err != nil {
		return "", err
	}
	defer conn.Close()
	if _, err := fmt.Fprintf(conn, "BOOK %s %d\r\n", card, points); err != nil {
		return "", err
	}
	// BUG: the time-out above is for the connection only; the answer may never come.
	answer, err := bufio.NewReader(conn).ReadString('\n')
	return strings.TrimSpace(answer), err
}
