// Command tunnels reaches the tills behind the shops' firewalls.
package main

import (
	"fmt"
	"log"
	"net"
	"net/http"
	"os"

	"github.com/northshop/tunnels/internal/ops"
	"github.com/northshop/tunnels/internal/tunnel"
)

func main() {
	addr := os.Getenv("LISTEN_PUBLIC")
	if os.Getenv("RUN_TILLS") != "" {
		startTills(addr)
	}
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		log.Fatal(err)
	}
	hub := tunnel.NewHub()
	go hub.Serve(listener)
	mux := http.NewServeMux()
	mux.HandleFunc("/tills", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, hub.Size()) })
	ops.Start(mux)
	startTills(addr)
	ops.Wait()
}
