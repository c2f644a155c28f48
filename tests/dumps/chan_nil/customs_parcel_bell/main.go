// Command customs sorts the parcels that come in at a port.
package main

import (
	"net/http"
	"os"

	"port.sandwade.example/customs/desk"
	"port.sandwade.example/customs/internal/ops"
)

func main() {
	d := desk.New(os.Getenv("BELL"))
	take := func(duty bool) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			d.In <- desk.Parcel{From: r.FormValue("from"), Duty: duty}
			w.WriteHeader(http.StatusAccepted)
		}
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/parcel", take(false))
	mux.HandleFunc("/dutiable", take(true))
	ops.Start(mux)
	ops.Wait()
}
