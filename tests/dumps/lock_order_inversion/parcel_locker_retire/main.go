// Command lockers serves one wall.
package main

import (
	"fmt"
	"log"
	"net/http"
	"strconv"
	"time"

	"paketwand.de/lockers/internal/ops"
	"paketwand.de/lockers/wall"
)

type station struct{ wall *wall.Wall }

func (s *station) retire(w http.ResponseWriter, r *http.Request) {
	no, _ := strconv.Atoi(r.URL.Query().Get("no"))
	if r.URL.Query().Get("quiet") != "" {
		go s.service(no)
		return
	}
	if err := s.wall.Retire(no); err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
	}
}

func (s *station) service(no int) {
	if err := s.wall.Retire(no); err != nil {
		log.Printf("locker %d: %v", no, err)
	}
}

func (s *station) locker(w http.ResponseWriter, r *http.Request) {
	no, _ := strconv.Atoi(r.URL.Query().Get("no"))
	parcel, err := s.wall.Parcel(no)
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	fmt.Fprintln(w, parcel)
}

func main() {
	s := &station{wall.New(24, 120*time.Millisecond)}
	mux := http.NewServeMux()
	mux.HandleFunc("/retire", s.retire)
	mux.HandleFunc("/locker", s.locker)
	ops.Start(mux)
	ops.Wait()
}
