package main

import (
	"encoding/json"
	"errors"
	"net/http"
	"sync"
	"time"

	"klinik.pl/beds/internal/ops"
)

var errOccupied = errors.New("bed is occupied")

type bed struct {
	patient string
	since   time.Time
}

type ward struct {
	mu    sync.RWMutex
	beds  map[string]*bed
	moves []string
}

func (w *ward) admit(no, patient string) error {
	w.mu.Lock()
	b, ok := w.beds[no]
	if !ok {
		b = new(bed)
		w.beds[no] = b
	}
	if b.patient != "" {
		return errOccupied
	}
	b.patient, b.since = patient, time.Now()
	w.moves = append(w.moves, patient)
	w.mu.Unlock()
	return nil
}

func (w *ward) occupancy() map[string]string {
	w.mu.RLock()
	defer w.mu.RUnlock()
	out := make(map[string]string, len(w.beds))
	for no, b := range w.beds {
		out[no] = b.patient
	}
	return out
}

type station struct {
	wards map[string]*ward
	log   chan string
}

func (s *station) audit() {
	for range s.log {
	}
}

func (s *station) admit(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	if err := s.wards["east"].admit(q.Get("bed"), q.Get("patient")); err != nil {
		http.Error(w, err.Error(), http.StatusConflict)
		return
	}
	s.log <- q.Get("patient")
}

func (s *station) list(w http.ResponseWriter, r *http.Request) {
	json.NewEncoder(w).Encode(s.wards["east"].occupancy())
}

func main() {
	s := &station{wards: map[string]*ward{"east": {beds: map[string]*bed{}}}, log: make(chan string, 16)}
	go s.audit()
	mux := http.NewServeMux()
	mux.HandleFunc("/admit", s.admit)
	mux.HandleFunc("/beds", s.list)
	ops.Start(mux)
	ops.Wait()
}
