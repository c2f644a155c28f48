// Command levels shows the levels of wells and passes them on.
package main

import (
	"fmt"
	"log"
	"net/http"
	"sync"
	"time"

	"wells.chalkdown.example/levels/internal/ops"
	"wells.chalkdown.example/levels/spool"
)

type levels struct {
	sp   *spool.Spool
	mu   sync.Mutex
	last map[string]time.Time
	hub  string
}

func (l *levels) consume() {
	for {
		l.sp.Poll().Each(func(rec *spool.Record) { l.store(rec) })
	}
}

// store keeps the level and passes it on.
func (l *levels) store(rec *spool.Record) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.last[rec.Well] = rec.At
	resp, err := http.Get(l.hub) // BUG: no time-out, and under the lock
	if err != nil {
		log.Print(err)
		return
	}
	resp.Body.Close()
}

func main() {
	l := &levels{sp: spool.New(), last: map[string]time.Time{}, hub: ops.Upstream(false) + "/hang"}
	go l.consume()
	mux := http.NewServeMux()
	mux.HandleFunc("/feed", func(w http.ResponseWriter, r *http.Request) {
		l.sp.Put(&spool.Record{Well: r.FormValue("well"), At: time.Now()})
		w.WriteHeader(http.StatusAccepted)
	})
	mux.HandleFunc("/level", func(w http.ResponseWriter, r *http.Request) {
		l.mu.Lock()
		defer l.mu.Unlock()
		fmt.Fprintln(w, l.last[r.FormValue("well")])
	})
	ops.Start(mux)
	ops.Wait()
}
