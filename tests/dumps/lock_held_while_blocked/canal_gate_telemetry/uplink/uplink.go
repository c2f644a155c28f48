// Package uplink reports to the control room.
package uplink

import (
	"bufio"
	"net"
)

// Reporter sends lines and waits for each to be acknowledged.
type Reporter struct {
	addr  string
	lines chan string
}

func Dial(addr string, backlog int) *Reporter {
	r := &Reporter{addr: addr, lines: make(chan string, backlog)}
	go r.pump()
	return r
}

func (r *Reporter) pump() {
	conn, err := net.Dial("tcp", r.addr)
	if err != nil {
		return
	}
	defer conn.Close()
	acks := bufio.NewReader(conn)
	for line := range r.lines {
		if _, err := conn.Write([]byte(line + "\n")); err != nil {
			return
		}
		if _, err := acks.ReadString('\n'); err != nil {
			return
		}
	}
}

func (r *Reporter) Report(line string) { r.lines <- line }
