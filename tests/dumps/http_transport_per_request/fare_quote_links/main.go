package main

import (
	"fmt"
	"net/http"

	"railcard.at/fares/carrier"
	"railcard.at/fares/internal/ops"
)

func main() {
	quotes := carrier.Quotes{Base: ops.Upstream(false)}
	mux := http.NewServeMux()
	mux.HandleFunc("/fare", func(w http.ResponseWriter, r *http.Request) {
		cents, err := quotes.Ask(r.Context(), r.URL.Query().Get("from"), r.URL.Query().Get("to"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		fmt.Fprintf(w, "%d\n", cents)
	})
	ops.Start(mux)
	ops.Wait()
}
