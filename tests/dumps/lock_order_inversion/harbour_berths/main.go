package main

import (
	"net/http"

	"terminal/internal/ops"
	"terminal/pkg/berth"
	"terminal/pkg/crane"
	"terminal/pkg/yard"
)

func main() {
	y := yard.New()
	c := crane.New(y)
	b := berth.New(c)
	y.Overflow = b // the yard asks the quay for room when a stack is full
	mux := http.NewServeMux()
	mux.HandleFunc("/moor", func(w http.ResponseWriter, r *http.Request) { b.Moor(r.FormValue("ship")) })
	mux.HandleFunc("/lift", func(w http.ResponseWriter, r *http.Request) { c.Lift(r.FormValue("box")) })
	mux.HandleFunc("/stack", func(w http.ResponseWriter, r *http.Request) { y.Restack(r.FormValue("box")) })
	mux.HandleFunc("/plan", func(w http.ResponseWriter, r *http.Request) { b.Free() })
	ops.Start(mux)
	ops.Wait()
}
