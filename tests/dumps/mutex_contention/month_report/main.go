// Command reports computes the reports of a month.
package main

import (
	"fmt"
	"net/http"

	"github.com/northshop/reports/internal/ledger"
	"github.com/northshop/reports/internal/ops"
)

func main() {
	l := ledger.New(4000)
	mux := http.NewServeMux()
	mux.HandleFunc("/report", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, l.Report(r.URL.Query().Get("month")))
	})
	mux.HandleFunc("/book", func(w http.ResponseWriter, r *http.Request) {
		l.Book(r.URL.Query().Get("account"), 100)
		fmt.Fprintln(w, "booked")
	})
	ops.Start(mux)
	ops.Wait()
}
