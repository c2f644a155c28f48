package main

import (
	"net/http"
	"time"

	"postamt.at/letters/internal/ops"
	"postamt.at/letters/post"
)

func main() {
	p := post.Open(600 * time.Millisecond)
	mux := http.NewServeMux()
	mux.HandleFunc("/letter", func(w http.ResponseWriter, r *http.Request) {
		p.Notify(r.URL.Query().Get("to"))
		w.WriteHeader(http.StatusAccepted)
	})
	ops.Start(mux)
	ops.Wait()
}
