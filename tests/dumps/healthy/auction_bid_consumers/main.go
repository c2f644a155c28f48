package main

import (
	"net/http"
	"sync/atomic"

	"hammerpreis/bids/internal/ops"
	"hammerpreis/bids/queue"
)

func main() {
	q := queue.New()
	defer q.Close()
	var taken atomic.Int64
	for i := 0; i < ops.Count(32); i++ {
		go func() {
			for {
				if _, ok := q.Take(); !ok {
					return
				}
				taken.Add(1)
			}
		}()
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/bid", func(w http.ResponseWriter, r *http.Request) {
		q.Put(queue.Item{Prio: len(r.FormValue("lot")), Lot: r.FormValue("lot")})
	})
	ops.Start(mux)
	ops.Wait()
}
