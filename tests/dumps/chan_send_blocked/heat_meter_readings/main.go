// Command heat writes the readings of heat meters to InfluxDB.
package main

import (
	"net/http"

	"heat.brindlewick.example/meters/internal/heat"
	"heat.brindlewick.example/meters/internal/ops"
)

func main() {
	g := heat.New(ops.Upstream(false))
	mux := http.NewServeMux()
	mux.HandleFunc("/reading", func(w http.ResponseWriter, r *http.Request) {
		g.Record(r.FormValue("house"), r.FormValue("kwh") != "")
		w.WriteHeader(http.StatusAccepted)
	})
	ops.Start(mux)
	ops.Wait()
}
