package main

import (
	"net/http"

	"courier/inbox"
	"courier/internal/ops"
)

func main() {
	ib := inbox.New()
	mux := http.NewServeMux()
	mux.HandleFunc("/next", ib.Next)
	mux.HandleFunc("/assign", ib.Assign)
	ops.Start(mux)
	ops.Wait()
}
