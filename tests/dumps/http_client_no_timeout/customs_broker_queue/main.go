package main

import (
	"net/http"
	"path"
	"time"

	"zoll.example/broker/broker"
	"zoll.example/broker/internal/ops"
)

func main() {
	b := broker.New(ops.Upstream(false)+"/hang?office=hamburg", 10)
	mux := http.NewServeMux()
	mux.HandleFunc("/declare/", func(w http.ResponseWriter, r *http.Request) {
		d := broker.Declaration{Number: path.Base(r.URL.Path), Goods: []string{"tea", "bicycles"}, At: time.Now()}
		if !b.Enqueue(d) {
			http.Error(w, "try later", http.StatusServiceUnavailable)
			return
		}
		w.WriteHeader(http.StatusAccepted)
	})
	ops.Start(mux)
	ops.Wait()
}
