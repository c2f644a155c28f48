package main

import (
	"encoding/json"
	"log"
	"net/http"
	"sync"
	"time"

	"vet.example/referrals/archive"
	"vet.example/referrals/internal/ops"
)

type referrals struct {
	store *archive.Store
	mu    sync.Mutex
	seen  map[string]time.Time
}

func (s *referrals) attach(w http.ResponseWriter, r *http.Request) {
	ref := r.URL.Query().Get("ref")
	scan, err := s.store.Fetch(r.Context(), ref)
	if err != nil {
		http.Error(w, err.Error(), http.StatusUnprocessableEntity)
		return
	}
	s.mu.Lock()
	s.seen[ref] = time.Now()
	s.mu.Unlock()
	json.NewEncoder(w).Encode(scan)
}

func (s *referrals) forget(every time.Duration) {
	for range time.Tick(every) {
		s.mu.Lock()
		for ref, at := range s.seen {
			if time.Since(at) > time.Hour {
				delete(s.seen, ref)
			}
		}
		s.mu.Unlock()
	}
}

func main() {
	s := &referrals{store: archive.NewStore(ops.Upstream(false)), seen: map[string]time.Time{}}
	go s.forget(time.Minute)
	mux := http.NewServeMux()
	mux.HandleFunc("/attach", s.attach)
	ops.Start(mux)
	log.Print("referrals ready")
	ops.Wait()
}
