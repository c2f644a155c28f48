package main

import (
	"net/http"

	"theatre/bus"
	"theatre/internal/ops"
	"theatre/stage"
)

func main() {
	b := bus.New()
	s := stage.New(b)
	b.On("strike", s.Struck)
	mux := http.NewServeMux()
	mux.HandleFunc("/cue", func(w http.ResponseWriter, r *http.Request) { s.Cue(r.FormValue("scene")) })
	mux.HandleFunc("/strike", func(w http.ResponseWriter, r *http.Request) { b.Emit("strike", r.FormValue("prop")) })
	mux.HandleFunc("/props", func(w http.ResponseWriter, r *http.Request) { s.Count() })
	ops.Start(mux)
	ops.Wait()
}
