package main

import (
	"net/http"

	"museum.nl/guide/internal/ops"
	"museum.nl/guide/tour"
)

func main() {
	desk := tour.NewDesk()
	mux := http.NewServeMux()
	mux.HandleFunc("/visit", func(w http.ResponseWriter, r *http.Request) {
		ticket := r.URL.Query().Get("ticket")
		desk.Begin(ticket)
		for room := 1; room < 4; room++ {
			desk.Step(ticket, tour.Step{Room: room, Seconds: 60 * room})
		}
		desk.End(ticket)
	})
	ops.Start(mux)
	ops.Wait()
}
