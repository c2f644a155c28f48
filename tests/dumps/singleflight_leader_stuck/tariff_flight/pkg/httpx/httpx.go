package httpx

import (
	"encoding/json"
	"net/http"
)

// Endpoint is a handler that returns what to encode.
type Endpoint func(r *http.Request) (any, error)

func (e Endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := e(r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(body)
}
