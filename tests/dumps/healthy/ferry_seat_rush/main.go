package main

import (
	"net/http"

	"ferries.example/booking/internal/deck"
	"ferries.example/booking/internal/ops"
	"ferries.example/booking/internal/web"
)

func main() {
	fleet := deck.NewFleet(map[string]int{"car": 900, "sun": 400, "cabin": 220})
	mux := http.NewServeMux()
	web.Mount(mux, fleet)
	ops.Start(mux)
	ops.Wait()
	fleet.Close()
}
