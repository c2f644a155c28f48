// Command tunnels connects the radios of buoys with the service that they report to.
package main

import (
	"log"
	"net/http"
	"os"
	"strings"

	"radio.skerry.example/tunnels/internal/ops"
	"radio.skerry.example/tunnels/relay"
)

func main() {
	r := &relay.Relay{Listen: os.Getenv("LISTEN_PUBLIC"), Target: strings.TrimPrefix(ops.Upstream(false), "http://")}
	go func() { log.Fatal(r.Run()) }()
	mux := http.NewServeMux()
	mux.HandleFunc("/traffic", r.Traffic)
	ops.Start(mux)
	ops.Wait()
}
