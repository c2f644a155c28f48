package main

import (
	"fmt"
	"net/http"
	"strconv"

	"gridworks.fi/gateway/internal/ops"
	"gridworks.fi/gateway/uplink"
)

func main() {
	gw := uplink.New(uplink.Options{Batch: 4, Queue: 2})
	gw.Start()
	mux := http.NewServeMux()
	mux.HandleFunc("/reading", func(w http.ResponseWriter, r *http.Request) {
		wh, err := strconv.Atoi(r.URL.Query().Get("wh"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		gw.Add(uplink.Reading{Meter: r.URL.Query().Get("meter"), WattHours: wh})
		w.WriteHeader(http.StatusAccepted)
	})
	mux.HandleFunc("/pending", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, gw.Pending()) })
	ops.Start(mux)
	ops.Wait()
}
