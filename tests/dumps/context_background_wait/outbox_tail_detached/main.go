// Command outbox lets clerks see what will be sent.
package main

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"shop.example/outbox/internal/ops"
	"shop.example/outbox/tail"
)

type traceKey struct{}

// session is a clerk's; it lives on when the page is left.
type session struct {
	cursor *tail.Cursor
	seen   int
	cancel context.CancelFunc
}

type Desk struct {
	box  *tail.Outbox
	root context.Context
}

func (d *Desk) open(trace string) *session {
	ctx, cancel := context.WithCancel(context.WithValue(d.root, traceKey{}, trace))
	return &session{cursor: d.box.Cursor(ctx), cancel: cancel}
}

func (d *Desk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s := d.open(r.Header.Get("X-Trace"))
	d.box.Append("receipt")
	time.Sleep(2 * time.Millisecond)
	news := s.cursor.Read()
	s.seen += len(news)
	json.NewEncoder(w).Encode(news)
}

func main() {
	root, stop := context.WithCancel(context.Background())
	defer stop()
	d := &Desk{box: tail.Open(), root: root}
	mux := http.NewServeMux()
	mux.Handle("/tail", d)
	ops.Start(mux)
	ops.Wait()
}
