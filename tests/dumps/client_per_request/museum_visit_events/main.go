package main

import (
	"fmt"
	"log"
	"net/http"
	"sync/atomic"

	"museum.example/tickets/internal/ops"
	"museum.example/tickets/visits"
)

type desk struct {
	tracker visits.Tracker
	number  atomic.Int64
}

func (d *desk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	no := d.number.Add(1)
	if err := d.tracker.Sold(r.FormValue("hall"), fmt.Sprint("visitor-", no)); err != nil {
		log.Print("marketing: ", err)
	}
	fmt.Fprintf(w, "ticket %d\n", no)
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("/ticket", &desk{tracker: visits.Tracker{Endpoint: ops.Upstream(false), Key: "k"}})
	ops.Start(mux)
	ops.Wait()
}
