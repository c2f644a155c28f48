package main

import (
	"net/http"
	"os"

	"loglens/ui/internal/ops"
	"loglens/ui/tail"
)

func main() {
	t := tail.New(os.Getenv("UPSTREAM_NARROW"))
	mux := http.NewServeMux()
	mux.HandleFunc("/last", t.Last)
	ops.Start(mux)
	ops.Wait()
}
