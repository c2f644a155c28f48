package main

import (
	"log"
	"net"
	"net/http"
	"os"
	"time"

	"badge.example/terminals/internal/ops"
	"badge.example/terminals/terminal"
)

func main() {
	l, err := terminal.New(30 * time.Second)
	if err != nil {
		log.Fatal(err)
	}
	plain, err := net.Listen("tcp", os.Getenv("LISTEN_PUBLIC"))
	if err != nil {
		log.Fatal(err)
	}
	go func() { log.Fatal(l.Serve(plain)) }()
	ops.Start(http.NewServeMux())
	ops.Wait()
}
