// Command tcptills accepts the tills of all shops; each keeps its connection and sends a line for a sale.
package main

import (
	"bufio"
	"log"
	"net"
	"net/http"
	"os"

	"github.com/northshop/tcptills/internal/ops"
)

// till reads the sales of one till until it closes.
func till(conn net.Conn) {
	defer conn.Close()
	sales := bufio.NewScanner(conn)
	for sales.Scan() {
		log.Printf("%s sold %s", conn.RemoteAddr(), sales.Text())
	}
}

func accept(l net.Listener) {
	for {
		conn, err := l.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go till(conn)
	}
}

func main() {
	l, err := net.Listen("tcp", os.Getenv("LISTEN_PUBLIC"))
	if err != nil {
		log.Fatal(err)
	}
	go accept(l)
	ops.Start(http.NewServeMux())
	ops.Wait()
}
