package main

import (
	"fmt"
	"net/http"

	"lighthouse/internal/ops"
	"lighthouse/journal"
)

func main() {
	j := journal.New()
	mux := http.NewServeMux()
	mux.HandleFunc("/note", func(w http.ResponseWriter, r *http.Request) { j.Append(r.FormValue("day"), r.FormValue("text")) })
	mux.HandleFunc("/day", func(w http.ResponseWriter, r *http.Request) {
		lines, err := j.Day(r.FormValue("day"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusNotFound)
			return
		}
		fmt.Fprintln(w, lines)
	})
	ops.Start(mux)
	ops.Wait()
}
