package main

import (
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"strconv"
	"sync"
	"time"
)

type segment struct{ rows map[string]string }

type store struct {
	mu      sync.RWMutex
	current segment
	file    *os.File
}

func (s *store) get(k string) string {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.current.rows[k]
}

func (s *store) put(k, v string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.current.rows[k] = v
}

func (s *store) compact() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for k, v := range s.current.rows {
		s.file.WriteString(k + "\t" + v + "\n")
		s.file.Sync()
		time.Sleep(2 * time.Millisecond)
	}
	s.file.Truncate(0)
}

func (s *store) compactEvery(d time.Duration) {
	for range time.NewTicker(d).C {
		s.compact()
	}
}

func main() {
	f, err := os.CreateTemp("", "segment")
	if err != nil {
		log.Fatal(err)
	}
	s := &store{current: segment{map[string]string{}}, file: f}
	for i := 0; i < 100; i++ {
		s.put("k"+strconv.Itoa(i), "v")
	}
	go s.compactEvery(300 * time.Millisecond)
	http.HandleFunc("/get", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte(s.get(r.FormValue("k")))) })
	http.HandleFunc("/put", func(w http.ResponseWriter, r *http.Request) { s.put(r.FormValue("k"), "x") })
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
