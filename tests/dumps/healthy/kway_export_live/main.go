package main

import (
	"encoding/json"
	"net/http"
	"time"

	"finledger.dev/exports/internal/ops"
	"finledger.dev/exports/ledger"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /exports/{customer}", func(w http.ResponseWriter, r *http.Request) {
		id := len(r.PathValue("customer"))
		s := ledger.Statement(ledger.Account{id, 365}, ledger.Account{id + 1, 90}, ledger.Account{id + 2, 30}, ledger.Account{id + 3, 720})
		rows := time.NewTicker(20 * time.Millisecond)
		defer rows.Stop()
		enc := json.NewEncoder(w)
		for p := range s {
			select {
			case <-rows.C:
			case <-r.Context().Done():
				return
			}
			if enc.Encode(p) != nil || http.NewResponseController(w).Flush() != nil {
				return
			}
		}
	})
	ops.Start(mux)
	ops.Wait()
}
