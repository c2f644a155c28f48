// Package gauge speaks the line protocol of the loggers at the piers.
package gauge

import (
	"bufio"
	"fmt"
	"net"
	"time"
)

type Reader struct{}

func (Reader) Level(addr string) (string, error) {
	conn, err := net.DialTimeout("tcp", addr, time.Second)
	if err != nil {
		return "", err
	}
	defer conn.Close()
	conn.SetDeadline(time.Now().Add(2 * time.Second))
	fmt.Fprintln(conn, "LEVEL?")
	return bufio.NewReader(conn).ReadString('\n')
}
