// Command relay multiplexes the streams of its peers.
package main

import (
	"log"
	"net/http"

	"relay.thistlewood.example/peers/internal/ops"
	"relay.thistlewood.example/peers/internal/relay"
)

func main() {
	svc, err := relay.New()
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	svc.Routes(mux)
	ops.Start(mux)
	ops.Wait()
}
