// Command tillreaders keeps one connection to each of four tills open and reads what they send.
package main

import (
	"bufio"
	"log"
	"net"
	"net/http"
	"os"
	"time"

	"github.com/northshop/tillreaders/internal/ops"
)

type till struct {
	name  string
	conn  net.Conn
	sales chan string
}

func connect(name string) *till {
	conn, err := net.DialTimeout("tcp", os.Getenv("UPSTREAM_SILENT"), time.Second)
	if err != nil {
		log.Fatal(err)
	}
	t := &till{name, conn, make(chan string, 16)}
	go t.read()
	go t.book()
	return t
}

// read takes sales as they come; at night there are none. TCP keep-alive finds a dead till.
func (t *till) read() {
	defer close(t.sales)
	lines := bufio.NewScanner(t.conn)
	for lines.Scan() {
		t.sales <- lines.Text()
	}
}

func (t *till) book() {
	for sale := range t.sales {
		log.Printf("%s sold %s", t.name, sale)
	}
}

func main() {
	for _, name := range []string{"north", "south", "east", "west"} {
		connect(name)
	}
	ops.Start(http.NewServeMux())
	ops.Wait()
}
