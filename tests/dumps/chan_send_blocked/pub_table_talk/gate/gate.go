// Package gate speaks with the guests.
package gate

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"time"

	"stout.example/pub/table"
)

// Gate lets guests in.
type Gate struct{ Table *table.Table }

// Serve returns when the listener is closed.
func (g *Gate) Serve(listener net.Listener) error {
	for {
		conn, err := listener.Accept()
		if err != nil {
			return err
		}
		go g.listen(conn)
	}
}

func (g *Gate) listen(conn net.Conn) {
	defer conn.Close()
	conn.(*net.TCPConn).SetWriteBuffer(4 << 10)
	lines := bufio.NewScanner(conn)
	if !lines.Scan() {
		return
	}
	guest := &table.Guest{Name: lines.Text(), Hears: make(chan string, 4)}
	g.Table.Join <- guest
	go g.tell(conn, guest)
	for lines.Scan() {
		g.Table.Say <- guest.Name + ": " + lines.Text()
	}
	g.Table.Leave <- guest
}

func (g *Gate) tell(conn net.Conn, guest *table.Guest) {
	for line := range guest.Hears {
		conn.SetWriteDeadline(time.Now().Add(500 * time.Millisecond))
		if _, err := fmt.Fprintln(conn, line); err != nil {
			log.Printf("%s: %v", guest.Name, err)
			return
		}
	}
}
