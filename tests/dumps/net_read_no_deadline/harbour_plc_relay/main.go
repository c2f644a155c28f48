package main

import (
	"log"
	"net"
	"net/http"
	"os"

	"harbour.example/relay/internal/ops"
	"harbour.example/relay/relay"
)

func main() {
	l, err := net.Listen("tcp", os.Getenv("LISTEN_PUBLIC"))
	if err != nil {
		log.Fatal(err)
	}
	r := relay.New(os.Getenv("UPSTREAM_SILENT"))
	go func() { log.Print(r.Serve(l)) }()
	ops.Start(http.NewServeMux())
	ops.Wait()
}
