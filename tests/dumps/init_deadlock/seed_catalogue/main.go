package main

import (
	"fmt"

	"gardens.example/seeds/catalogue"
	"gardens.example/seeds/internal/ops"
	"net/http"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/seeds", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, len(catalogue.Default.Items)) })
	ops.Start(mux)
	ops.Wait()
}
