package main

import (
	"context"
	"fmt"
	"net/http"
	"sync/atomic"

	"tramway.example/signals/internal/ops"
	"tramway.example/signals/kv"
)

const junctions = 8

type signalBox struct {
	store   *kv.Store
	changes atomic.Int64
}

func (b *signalBox) follow(ctx context.Context) {
	for i := 0; i < junctions; i++ {
		go b.store.Watch(ctx, fmt.Sprintf("junction/%d", i), func(kv.Entry) { b.changes.Add(1) })
	}
}

func (b *signalBox) order(w http.ResponseWriter, r *http.Request) {
	key := "order/" + r.FormValue("junction")
	if err := b.store.Put(r.Context(), key, r.FormValue("aspect")); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func main() {
	box := &signalBox{store: kv.Open(ops.Upstream(false), 3)}
	box.follow(context.Background())
	mux := http.NewServeMux()
	mux.HandleFunc("/order", box.order)
	ops.Start(mux)
	ops.Wait()
}
