package main

import (
	"net/http"

	"radiology/internal/ops"
	"radiology/scanner"
)

func main() {
	sched := scanner.NewScheduler(2)
	mux := http.NewServeMux()
	mux.HandleFunc("/scan", func(w http.ResponseWriter, r *http.Request) {
		if err := sched.Scan(r.Context(), r.FormValue("patient")); err != nil {
			http.Error(w, err.Error(), http.StatusConflict)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
