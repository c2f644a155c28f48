// Command csms is the back end of charging stations.
package main

import (
	"log"
	"net"
	"net/http"
	"os"

	"charge.example/csms/internal/ops"
	"charge.example/csms/ocpp"
)

func main() {
	central := ocpp.NewCentral()
	ln, err := net.Listen("tcp", os.Getenv("LISTEN_PUBLIC"))
	if err != nil {
		log.Fatal(err)
	}
	go func() { log.Fatal(central.Serve(ln)) }()
	ops.Start(http.NewServeMux())
	ops.Wait()
}
