package main

import (
	"net/http"
	"time"

	"sms/internal/ops"
	"sms/pace"
)

func main() {
	p := pace.Every(40 * time.Millisecond)
	mux := http.NewServeMux()
	mux.HandleFunc("/send", func(w http.ResponseWriter, r *http.Request) {
		p.Take()
		w.WriteHeader(http.StatusAccepted)
	})
	ops.Start(mux)
	ops.Wait()
}
