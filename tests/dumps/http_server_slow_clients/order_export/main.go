// Command orderexport sends all orders of a year as one CSV document.
package main

import (
	"encoding/csv"
	"net/http"
	"strconv"

	"github.com/northshop/orderexport/internal/ops"
)

func export(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/csv")
	// BUG: the server has no WriteTimeout, so a client that stops reading keeps the handler for ever.
	out := csv.NewWriter(w)
	for i := 0; i < 2_000_000; i++ {
		if err := out.Write([]string{strconv.Itoa(i), "2026-11-23", "northpost", "shipped"}); err != nil {
			return
		}
	}
	out.Flush()
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/export", export)
	ops.Start(mux)
	ops.Wait()
}
