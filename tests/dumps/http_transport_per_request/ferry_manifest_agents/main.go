package main

import (
	"encoding/json"
	"net/http"

	"ferry.example/manifest/agent"
	"ferry.example/manifest/internal/ops"
)

type server struct{ base string }

func (s server) manifest(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	client := agent.NewClient(s.base, agent.WithPort(q.Get("port")))
	slot, err := client.Slots(r.Context(), q.Get("vessel"))
	if err != nil {
		http.Error(w, err.Error(), 502)
		return
	}
	json.NewEncoder(w).Encode(slot)
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/manifest", server{ops.Upstream(false)}.manifest)
	ops.Start(mux)
	ops.Wait()
}
