// Package scale asks the weighbridge over its serial gateway.
package scale

import (
	"bufio"
	"fmt"
	"net"
	"strconv"
	"strings"
	"time"
)

type Gateway struct {
	Addr  string
	Retry int
}

// Weigh dials, asks and reads one line.
func (g Gateway) Weigh(lane string) (int, error) {
	c, err := net.DialTimeout("tcp", g.Addr, 2*time.Second)
	if err != nil {
		return 0, err
	}
	defer c.Close()
	if _, err := fmt.Fprintf(c, "WEIGH %s\r\n", lane); err != nil {
		return 0, err
	}
	line, err := bufio.NewReader(c).ReadString('\n')
	if err != nil {
		return 0, err
	}
	return strconv.Atoi(strings.TrimSpace(line))
}
