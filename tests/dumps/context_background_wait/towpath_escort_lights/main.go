// Command escorts lights the towpath for boats that travel at night.
package main

import (
	"context"
	"fmt"
	"net/http"

	"canal.bargewell.example/escorts/internal/ops"
	"canal.bargewell.example/escorts/towpath"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	s := towpath.NewStation(ctx)
	mux := http.NewServeMux()
	mux.HandleFunc("/escort", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, s.Escort(towpath.Boat{Name: r.FormValue("boat"), Draught: 1.1}))
	})
	ops.Start(mux)
	ops.Wait()
}
