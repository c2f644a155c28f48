package main

import (
	"context"
	"encoding/json"
	"net/http"
	"sync"

	"stamps.example/valuer/internal/ops"
	"stamps.example/valuer/valuer"
)

type lots struct {
	v     *valuer.Valuer
	queue chan string
	mu    sync.Mutex
	worth map[string]int
}

func (l *lots) value(w http.ResponseWriter, r *http.Request) {
	stamp := r.URL.Query().Get("stamp")
	value, err := l.v.Value(context.Background(), stamp)
	if err != nil {
		http.Error(w, err.Error(), 502)
		return
	}
	l.mu.Lock()
	l.worth[stamp] = value.Stock
	l.mu.Unlock()
	json.NewEncoder(w).Encode(value)
}

func main() {
	l := &lots{v: valuer.New(ops.Upstream(false)), worth: map[string]int{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/value", l.value)
	ops.Start(mux)
	ops.Wait()
}
