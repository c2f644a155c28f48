package main

import (
	"log"
	"net"
	"net/http"
	"os"

	"quotes/internal/ops"
)

func main() {
	ops.Start(http.NewServeMux())
	ln, err := net.Listen("tcp", os.Getenv("LISTEN_PUBLIC"))
	if err != nil {
		log.Fatal(err)
	}
	h := &hub{members: map[*session]struct{}{}}
	go func() {
		for {
			c, err := ln.Accept()
			if err != nil {
				return
			}
			go serveConn(h, c)
		}
	}()
	ops.Wait()
	ln.Close()
}
