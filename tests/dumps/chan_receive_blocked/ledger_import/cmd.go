package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/kontor/ledger/importer"
	"github.com/kontor/ledger/internal/ops"
)

func main() {
	store := importer.NewStore()
	mux := http.NewServeMux()
	mux.HandleFunc("/import", func(w http.ResponseWriter, r *http.Request) {
		csv := "date;iban;amount\n2024-03-01;DE02;12.50\n2024-03-02;DE03;x\n"
		n := importer.Run(context.Background(), strings.NewReader(csv), store)
		if n < 0 {
			http.Error(w, "bad statement", 400)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
