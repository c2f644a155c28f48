package main

import (
	"encoding/json"
	"net/http"

	"finledger.dev/statements/internal/ops"
	"finledger.dev/statements/ledger"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /statements/{customer}", func(w http.ResponseWriter, r *http.Request) {
		id := len(r.PathValue("customer"))
		s := ledger.Statement(ledger.Account{id, 365}, ledger.Account{id + 1, 90}, ledger.Account{id + 2, 30}, ledger.Account{id + 3, 720})
		json.NewEncoder(w).Encode(ledger.Page(s, 25))
	})
	ops.Start(mux)
	ops.Wait()
}
