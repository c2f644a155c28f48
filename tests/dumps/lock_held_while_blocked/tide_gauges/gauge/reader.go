// Package gauge speaks the line protocol of the loggers at the piers.
package gauge

import (
	"bufio"
	"fmt"
	"net"
)

type Reader struct{}

func (Reader) Level(addr string) (string, error) {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		return "", err
	}
	defer conn.Close()
	fmt.Fprintln(conn, "LEVEL?")
	return bufio.NewReader(conn).ReadString('\n')
}
