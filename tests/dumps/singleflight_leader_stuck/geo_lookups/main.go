package main

import (
	"encoding/json"
	"net/http"

	"go.riderhub.io/pickup/internal/geo"
	"go.riderhub.io/pickup/internal/ops"
)

type api struct{ zones *geo.Resolver }

func (a *api) pickup(w http.ResponseWriter, r *http.Request) {
	zone, err := a.zones.Zone(r.URL.Query().Get("cell"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	json.NewEncoder(w).Encode(zone)
}

func main() {
	a := &api{zones: geo.NewResolver()}
	mux := http.NewServeMux()
	mux.HandleFunc("/pickup", a.pickup)
	ops.Start(mux)
	ops.Wait()
}
