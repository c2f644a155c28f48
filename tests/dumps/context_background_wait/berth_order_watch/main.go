// Command berths takes the orders of ships.
package main

import (
	"context"
	"fmt"
	"net/http"

	"example.org/harbour/berths/berth"
	"example.org/harbour/berths/internal/ops"
)

type desk struct {
	registry *berth.Registry
	life     context.Context
}

func (d desk) order(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	if !d.registry.Hold(d.life, berth.Order{Ship: q.Get("ship"), Quay: q.Get("quay")}) {
		http.Error(w, "taken", http.StatusConflict)
		return
	}
	fmt.Fprintln(w, "welcome")
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	d := desk{registry: berth.NewRegistry(), life: ctx}
	mux := http.NewServeMux()
	mux.HandleFunc("/order", d.order)
	ops.Start(mux)
	ops.Wait()
}
