package main

import (
	"fmt"
	"net/http"

	"github.com/stagedoor/boxoffice/internal/ops"
	"github.com/stagedoor/boxoffice/seating"
)

type endpoint func(w http.ResponseWriter, r *http.Request) error

func (e endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := e(w, r); err != nil {
		http.Error(w, err.Error(), http.StatusConflict)
	}
}

func main() {
	plan := seating.NewPlan(800)
	mux := http.NewServeMux()
	mux.Handle("/hold", endpoint(func(w http.ResponseWriter, r *http.Request) error {
		return plan.Hold(r.FormValue("seat"), r.FormValue("buyer"))
	}))
	mux.Handle("/left", endpoint(func(w http.ResponseWriter, r *http.Request) error {
		_, err := fmt.Fprintln(w, plan.Taken())
		return err
	}))
	ops.Start(mux)
	ops.Wait()
}
