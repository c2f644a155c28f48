package main

import (
	"encoding/json"
	"net/http"
	"sync"

	"stamps.example/clerks/internal/ops"
	"stamps.example/clerks/valuer"
)

type lots struct {
	v     *valuer.Valuer
	mu    sync.Mutex
	worth map[string]int
}

func (l *lots) value(w http.ResponseWriter, r *http.Request) {
	stamp := r.URL.Query().Get("stamp")
	value, err := l.v.Value(r.Context(), stamp)
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
