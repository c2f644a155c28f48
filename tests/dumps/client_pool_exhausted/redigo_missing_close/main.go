package main

import (
	"net/http"
	"os"

	"lottery/web/internal/ops"
	"lottery/web/session"
)

func main() {
	st := session.NewStore(os.Getenv("UPSTREAM_REDIS"), 5)
	mux := http.NewServeMux()
	mux.Handle("/ticket", session.Middleware(st, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte("6 aus 49\n"))
	})))
	ops.Start(mux)
	ops.Wait()
}
