package main

import (
	"net/http"

	"payroll.example/export/internal/ops"
	"payroll.example/export/statement"
)

func main() {
	exporter := &statement.Exporter{Lines: 3000}
	mux := http.NewServeMux()
	mux.HandleFunc("/verify", func(w http.ResponseWriter, r *http.Request) {
		bank := r.URL.Query().Get("bank")
		if err := statement.Verify(exporter.Open(bank), bank); err != nil {
			http.Error(w, err.Error(), 422)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
