package main

import (
	"fmt"
	"net/http"
	"os"

	"chor.example/members/internal/ops"
	"chor.example/members/members"
)

func main() {
	source := members.Source{Base: os.Getenv("UPSTREAM_PG")}
	mux := http.NewServeMux()
	mux.HandleFunc("/members", func(w http.ResponseWriter, r *http.Request) {
		n, err := source.Count(r.Context(), r.FormValue("choir"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		fmt.Fprintln(w, n)
	})
	ops.Start(mux)
	ops.Wait()
}
