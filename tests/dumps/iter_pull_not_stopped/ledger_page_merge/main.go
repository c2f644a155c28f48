package main

import (
	"encoding/json"
	"net/http"

	"kontor.dk/ledger/internal/ops"
	"kontor.dk/ledger/pages"
)

func main() {
	books := []*pages.Ledger{{Name: "cash", Days: []int{1, 4, 9, 12, 30}}, {Name: "bank", Days: []int{2, 3, 20, 28}}}
	mux := http.NewServeMux()
	mux.HandleFunc("/page", func(w http.ResponseWriter, r *http.Request) {
		json.NewEncoder(w).Encode(pages.FirstPage(books, 4))
	})
	ops.Start(mux)
	ops.Wait()
}
