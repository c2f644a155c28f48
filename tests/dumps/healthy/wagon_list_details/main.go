// Command wagons joins the list of a train's wagons with what is known of each.
package main

import (
	"net/http"

	"bahn.example/wagons/board"
	"bahn.example/wagons/internal/ops"
	"bahn.example/wagons/rail"
)

func main() {
	b := board.New(rail.New(ops.Upstream(false), 4))
	mux := http.NewServeMux()
	mux.HandleFunc("/train/", b.Train)
	ops.Start(mux)
	ops.Wait()
}
