package intake

import (
	"bufio"
	"net"
	"strings"
	"time"
)

// Session reads the lines of one meter.
func (s *Store) Session(c net.Conn) {
	defer c.Close()
	r := bufio.NewReader(c)
	for {
		c.SetReadDeadline(time.Now().Add(30 * time.Second))
		line, err := r.ReadString('\n')
		if err != nil {
			return
		}
		s.put(c.RemoteAddr().String(), strings.TrimSpace(line))
	}
}

// Accept takes the meters' connections.
func (s *Store) Accept(l net.Listener) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go s.Session(c)
	}
}
