package main

import (
	"fmt"
	"net/http"
	"os"

	"kanal.nl/gates/gate"
	"kanal.nl/gates/internal/ops"
	"kanal.nl/gates/uplink"
)

func main() {
	c := gate.NewChamber(uplink.Dial(os.Getenv("UPSTREAM_SILENT"), 4), "upper", "lower")
	mux := http.NewServeMux()
	mux.HandleFunc("/move", func(w http.ResponseWriter, r *http.Request) {
		p := gate.Shut
		if r.FormValue("to") == "open" {
			p = gate.Open
		}
		if err := c.Move(r.FormValue("gate"), p); err != nil {
			http.Error(w, err.Error(), http.StatusConflict)
		}
	})
	mux.HandleFunc("/level", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, c.Level()) })
	ops.Start(mux)
	ops.Wait()
}
