package main

import (
	"fmt"
	"net/http"
	"strings"

	"blazon.example/arms/internal/ops"
	"blazon.example/arms/roll"
)

func main() {
	college := strings.TrimPrefix(ops.Upstream(false), "http://")
	rolls := roll.Open(roll.Parish{}, &roll.College{Addr: college})
	mux := http.NewServeMux()
	mux.HandleFunc("/arms/", func(w http.ResponseWriter, r *http.Request) {
		text, err := rolls.Find(r.Context(), strings.TrimPrefix(r.URL.Path, "/arms/"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusNotFound)
			return
		}
		fmt.Fprintln(w, text)
	})
	ops.Start(mux)
	ops.Wait()
}
