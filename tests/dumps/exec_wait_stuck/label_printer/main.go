package main

import (
	"net/http"

	"labels.example/printd/internal/ops"
	"labels.example/printd/internal/spool"
)

func main() {
	s := spool.New()
	mux := http.NewServeMux()
	mux.HandleFunc("/print", s.Print)
	mux.HandleFunc("/queue", s.Queue)
	ops.Start(mux)
	ops.Wait()
}
