package main

import (
	"net/http"
	"os"

	"bank/account"
	"bank/internal/ops"
	"bank/ledger"
	"bank/notary"
)

func main() {
	n := notary.New(os.Getenv("UPSTREAM"))
	l := ledger.New(n)
	a := account.NewBook(l)
	mux := http.NewServeMux()
	mux.HandleFunc("/transfer", func(w http.ResponseWriter, r *http.Request) { a.Transfer(r.FormValue("from"), 10) })
	mux.HandleFunc("/post", func(w http.ResponseWriter, r *http.Request) { l.Post("fee", 1) })
	mux.HandleFunc("/seal", func(w http.ResponseWriter, r *http.Request) { n.Seal("daily") })
	ops.Start(mux)
	ops.Wait()
}
