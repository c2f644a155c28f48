package main

import (
	"net/http"

	"weingut.it/vineyard/audit"
	"weingut.it/vineyard/bus"
	"weingut.it/vineyard/internal/ops"
)

func main() {
	b := new(bus.Bus)
	audit.Start(b.Subscribe(8))
	alarms := b.Subscribe(64)
	go func() {
		for range alarms {
		}
	}()
	mux := http.NewServeMux()
	mux.HandleFunc("/event/", func(w http.ResponseWriter, r *http.Request) {
		b.Publish(bus.Event{Plot: r.URL.Path, Kind: r.URL.RawQuery})
		w.WriteHeader(http.StatusAccepted)
	})
	ops.Start(mux)
	ops.Wait()
}
