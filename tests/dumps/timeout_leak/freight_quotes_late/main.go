package main

import (
	"encoding/json"
	"net/http"
	"time"

	"forwarder.example/quotes/internal/carrier"
	"forwarder.example/quotes/internal/desk"
	"forwarder.example/quotes/internal/ops"
)

func main() {
	var all []carrier.Carrier
	for _, name := range []string{"baltica", "hanse", "norfrakt", "rhenus", "skagen", "trans-o", "ulstein", "vega", "wasa"} {
		all = append(all, carrier.NewREST(name, ops.Upstream(false), 900*time.Millisecond))
	}
	d := &desk.Desk{Carriers: all, Patience: 600 * time.Millisecond}
	mux := http.NewServeMux()
	mux.HandleFunc("/quotes", func(w http.ResponseWriter, r *http.Request) {
		offers := d.Ask(r.Context(), carrier.Load{From: r.FormValue("from"), To: r.FormValue("to"), Kg: r.FormValue("kg")})
		json.NewEncoder(w).Encode(offers)
	})
	ops.Start(mux)
	ops.Wait()
}
