package main

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"harbour.nl/pilots/internal/ops"
	"harbour.nl/pilots/station"
)

type api struct {
	desk *station.Desk
}

func (a *api) offers(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), 40*time.Millisecond)
	defer cancel()
	best, err := a.desk.Cheapest(ctx, r.URL.Query().Get("vessel"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusGatewayTimeout)
		return
	}
	json.NewEncoder(w).Encode(best)
}

func main() {
	a := &api{desk: station.NewDesk("maas", "scheldt", "elbe")}
	mux := http.NewServeMux()
	mux.HandleFunc("/offers", a.offers)
	ops.Start(mux)
	ops.Wait()
}
