package main

import (
	"fmt"
	"net/http"
	"time"

	"wortschatz/dict/index"
	"wortschatz/dict/internal/ops"
)

func main() {
	ix := index.New(&index.Remote{Base: ops.Upstream(false), Client: &http.Client{Timeout: 5 * time.Second}, Gap: 300 * time.Millisecond})
	mux := http.NewServeMux()
	mux.HandleFunc("/has", func(w http.ResponseWriter, r *http.Request) {
		ok, err := ix.Has(r.FormValue("w"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		fmt.Fprintln(w, ok)
	})
	ops.Start(mux)
	ops.Wait()
}
