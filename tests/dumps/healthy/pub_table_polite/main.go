// Command pub lets guests of several rooms talk to each other, a line at a time.
package main

import (
	"log"
	"net"
	"net/http"
	"os"

	"stout.example/pub/gate"
	"stout.example/pub/internal/ops"
	"stout.example/pub/table"
)

func main() {
	t := table.New()
	go t.Run()
	listener, err := net.Listen("tcp", os.Getenv("LISTEN_PUBLIC"))
	if err != nil {
		log.Fatal(err)
	}
	go func() { log.Print((&gate.Gate{Table: t}).Serve(listener)) }()
	ops.Start(http.NewServeMux())
	ops.Wait()
}
