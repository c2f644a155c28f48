// tariffd answers which tariff zone a meter is in.
package main

import (
	"errors"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"time"

	"github.com/stromwerk/tariffd/zone"
)

type app struct {
	zones zone.Finder
	stats chan string
}

func (a *app) lookup(w http.ResponseWriter, r *http.Request) {
	z, err := a.zones.Find(r.Context(), r.URL.Query().Get("meter"))
	var media *zone.MediaTypeError
	switch {
	case errors.As(err, &media):
		a.stats <- "media"
		http.Error(w, "registry is in maintenance", http.StatusServiceUnavailable)
	case err != nil:
		a.stats <- "error"
		http.Error(w, err.Error(), http.StatusBadGateway)
	default:
		a.stats <- "ok"
		w.Write([]byte(z.Path))
	}
}

func (a *app) count() {
	totals := map[string]int{}
	flush := time.NewTicker(15 * time.Second)
	for {
		select {
		case kind := <-a.stats:
			totals[kind]++
		case <-flush.C:
			log.Println("lookups", totals)
		}
	}
}

func main() {
	a := &app{zones: zone.NewRegistry(os.Getenv("UPSTREAM")), stats: make(chan string)}
	go a.count()
	http.HandleFunc("/zone", a.lookup)
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
