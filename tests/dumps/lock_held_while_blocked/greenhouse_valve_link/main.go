package main

import (
	"fmt"
	"net/http"

	"gewaechs.nl/valves/internal/ops"
	"gewaechs.nl/valves/link"
)

type api struct{ line *link.Line }

func (a *api) set(w http.ResponseWriter, r *http.Request) {
	if err := a.line.Set(r.URL.Query().Get("valve"), true); err != nil {
		http.Error(w, err.Error(), http.StatusConflict)
	}
}

func (a *api) state(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, a.line.State(r.URL.Query().Get("valve")))
}

func main() {
	a := &api{link.Dial(&link.Controller{Valves: map[string]bool{"tomato": false, "basil": true}})}
	mux := http.NewServeMux()
	mux.HandleFunc("/set", a.set)
	mux.HandleFunc("/state", a.state)
	ops.Start(mux)
	ops.Wait()
}
