package main

import (
	"net/http"

	"payroll.example/uploads/internal/ops"
	"payroll.example/uploads/statement"
)

func main() {
	u := statement.New(ops.Upstream(false), 4000000)
	mux := http.NewServeMux()
	mux.HandleFunc("/pay", func(w http.ResponseWriter, r *http.Request) {
		if err := u.Upload(r.Context(), r.URL.Query().Get("bank")); err != nil {
			http.Error(w, err.Error(), 502)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
