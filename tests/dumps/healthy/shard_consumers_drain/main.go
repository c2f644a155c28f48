package main

import (
	"net/http"

	"freight.kz/shards/consumer"
	"freight.kz/shards/internal/ops"
)

func main() {
	var shards []*consumer.Shard
	for i := 0; i < ops.Count(4); i++ {
		shards = append(shards, consumer.Start(i))
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/drain", func(w http.ResponseWriter, r *http.Request) {
		for _, s := range shards {
			s.Quit()
		}
		w.WriteHeader(http.StatusAccepted)
	})
	ops.Start(mux)
	ops.Wait()
}
