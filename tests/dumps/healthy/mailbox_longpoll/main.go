package main

import (
	"net/http"
	"time"

	"postbox/poll/internal/ops"
	"postbox/poll/mailbox"
)

func main() {
	reg := mailbox.NewRegistry[string]()
	go func() {
		for range time.Tick(700 * time.Millisecond) {
			reg.Put("box0", "hello")
		}
	}()
	mux := http.NewServeMux()
	mux.HandleFunc("/poll/{box}", func(w http.ResponseWriter, r *http.Request) {
		m, ok := reg.Await(r.Context(), r.PathValue("box"), 25*time.Minute)
		if !ok {
			w.WriteHeader(http.StatusNoContent)
			return
		}
		w.Write([]byte(m))
	})
	ops.Start(mux)
	ops.Wait()
}
