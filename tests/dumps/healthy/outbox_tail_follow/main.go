// Command outbox shows clerks what will be sent, as it comes.
package main

import (
	"encoding/json"
	"net/http"
	"time"

	"shop.example/outbox/internal/ops"
	"shop.example/outbox/tail"
)

// Desk answers with news, or with nothing after a while.
type Desk struct {
	box     *tail.Outbox
	longest time.Duration
	pause   time.Duration
}

func (d *Desk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	cursor := d.box.Cursor(r.Context())
	for end := time.Now().Add(d.longest); time.Now().Before(end); time.Sleep(d.pause) {
		if news := cursor.Read(); len(news) > 0 {
			json.NewEncoder(w).Encode(news)
			return
		}
	}
	w.WriteHeader(http.StatusNoContent)
}

func main() {
	d := &Desk{box: tail.Open(), longest: time.Minute, pause: 500 * time.Millisecond}
	mux := http.NewServeMux()
	mux.Handle("/tail", d)
	mux.HandleFunc("/write", func(w http.ResponseWriter, r *http.Request) { d.box.Append("receipt") })
	ops.Start(mux)
	ops.Wait()
}
