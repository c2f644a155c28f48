package main

import (
	"net/http"
	"time"

	"consulaat.be/passports/internal/ops"
	"consulaat.be/passports/journal"
)

type application struct {
	id    string
	taken time.Time
}

type desk struct {
	queue chan application
}

func (d *desk) apply(w http.ResponseWriter, r *http.Request) {
	a := application{id: r.URL.Query().Get("id"), taken: time.Now()}
	select {
	case d.queue <- a:
	default:
		http.Error(w, "the desk is busy", http.StatusServiceUnavailable)
		return
	}
	journal.Get().Note("application %s taken", a.id)
}

func (d *desk) clerk() {
	for a := range d.queue {
		time.Sleep(2 * time.Millisecond)
		journal.Get().Note("application %s checked after %s", a.id, time.Since(a.taken))
	}
}

func main() {
	d := &desk{queue: make(chan application, 100)}
	for i := 0; i < 3; i++ {
		go d.clerk()
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/apply", d.apply)
	ops.Start(mux)
	ops.Wait()
}
