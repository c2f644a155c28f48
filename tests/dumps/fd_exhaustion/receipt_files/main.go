// Command receiptfiles serves receipts and keeps the printers' connections open.
package main

import (
	"bufio"
	"log"
	"net"
	"net/http"
	"os"
	"time"

	"github.com/northshop/receiptfiles/internal/ops"
)

// printer reads the status of one printer, again and again.
func printer(conn net.Conn) {
	status := bufio.NewReader(conn)
	for {
		line, err := status.ReadString('\n')
		if err != nil {
			conn.Close()
			return
		}
		log.Print(line)
	}
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/print", func(w http.ResponseWriter, r *http.Request) {
		// BUG: a connection for each receipt, which is never closed.
		conn, err := net.DialTimeout("tcp", os.Getenv("UPSTREAM_SILENT"), time.Second)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		go printer(conn)
	})
	ops.Start(mux)
	ops.Wait()
}
