package main

import (
	"encoding/json"
	"net/http"
	"time"

	"spedition.at/freight/internal/ops"
	"spedition.at/freight/offer"
)

type api struct{ desk *offer.Desk }

func (a *api) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	o, err := a.desk.First(r.Context(), offer.Load{ID: r.URL.Query().Get("load"), Pallet: 4})
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	json.NewEncoder(w).Encode(o)
}

func main() {
	desk := offer.NewDesk(
		offer.Tariff{Label: "nord", Delay: 4 * time.Millisecond, Base: 9000},
		offer.Tariff{Label: "alpen", Delay: 25 * time.Millisecond, Base: 8000},
		offer.Tariff{Label: "rail", Delay: 60 * time.Millisecond, Base: 5000})
	mux := http.NewServeMux()
	mux.Handle("/offer", &api{desk})
	ops.Start(mux)
	ops.Wait()
}
