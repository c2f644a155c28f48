package main

import (
	"net/http"

	"signage.example/live/internal/ops"
	"signage.example/live/panels"
)

func main() {
	mux := http.NewServeMux()
	mux.Handle("/panel/", panels.NewHub())
	ops.Start(mux)
	ops.Wait()
}
