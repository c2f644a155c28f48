package main

import (
	"log"
	"net"
	"net/http"
	"os"

	"substation.example/intake/intake"
	"substation.example/intake/internal/ops"
)

func main() {
	l, err := net.Listen("tcp", os.Getenv("LISTEN_PUBLIC"))
	if err != nil {
		log.Fatal(err)
	}
	u, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	s := intake.NewStore()
	s.Datagrams(u, 4)
	go s.Accept(l)
	ops.Start(http.NewServeMux())
	ops.Wait()
}
