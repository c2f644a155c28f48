package main

import (
	"errors"
	"fmt"
	"net/http"

	"justice.lt/filings/export"
	"justice.lt/filings/internal/ops"
)

func main() {
	vault := &export.Vault{Quota: 4}
	mux := http.NewServeMux()
	mux.HandleFunc("/export", func(w http.ResponseWriter, r *http.Request) {
		n, err := export.Filings(vault, r.URL.Query().Get("case"))
		if errors.Is(err, export.ErrQuota) {
			http.Error(w, err.Error(), http.StatusInsufficientStorage)
			return
		}
		fmt.Fprintln(w, n, err)
	})
	ops.Start(mux)
	ops.Wait()
}
