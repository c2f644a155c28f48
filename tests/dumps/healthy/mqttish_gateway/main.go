package main

import (
	"log"
	"net"
	"net/http"
	"os"

	"iotgw/internal/ops"
	"iotgw/session"
)

func main() {
	ln, err := net.Listen("tcp", os.Getenv("LISTEN_PUBLIC"))
	if err != nil {
		log.Fatal(err)
	}
	b := session.NewBroker()
	go func() {
		for {
			c, err := ln.Accept()
			if err != nil {
				return
			}
			b.Attach(c)
		}
	}()
	mux := http.NewServeMux()
	mux.HandleFunc("/push", func(w http.ResponseWriter, r *http.Request) { b.Push([]byte("update\n")) })
	ops.Start(mux)
	ops.Wait()
	ln.Close()
}
