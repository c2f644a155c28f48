// Command ferries shows where the cable ferries are; the positions travel over a broker in the same process.
package main

import (
	"log"
	"net/http"
	"time"

	"github.com/nats-io/nats-server/v2/server"

	"example.com/harbour/ferries/internal/ops"
	"example.com/harbour/ferries/internal/position"
	"example.com/harbour/ferries/internal/web"
)

func main() {
	broker, err := server.NewServer(&server.Options{Host: "127.0.0.1", Port: server.RANDOM_PORT, NoSigs: true})
	if err != nil {
		log.Fatal(err)
	}
	go broker.Start()
	if !broker.ReadyForConnections(10 * time.Second) {
		log.Fatal("the broker does not start")
	}
	board, err := position.Connect(broker.ClientURL())
	if err != nil {
		log.Fatal(err)
	}
	go board.Report([]string{"anna", "berta", "clara"}, 400*time.Millisecond)
	mux := http.NewServeMux()
	web.Mount(mux, board)
	ops.Start(mux)
	ops.Wait()
}
