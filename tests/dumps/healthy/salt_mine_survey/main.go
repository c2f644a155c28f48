package main

import (
	"fmt"
	"math"
	"net/http"
	"sync"
	"time"

	"salz.at/survey/internal/ops"
)

type shaft struct {
	depth  float64
	probes int
}

type survey struct {
	mu     sync.Mutex
	deep   float64
	shafts []shaft
}

func (s *survey) probe(sh shaft, wg *sync.WaitGroup) {
	defer wg.Done()
	v := sh.depth
	for i := 0; i < sh.probes; i++ {
		v = math.Sqrt(v*v + 1)
		time.Sleep(15 * time.Millisecond)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.deep = math.Max(s.deep, v)
}

func (s *survey) run() float64 {
	var wg sync.WaitGroup
	wg.Add(len(s.shafts))
	for _, sh := range s.shafts {
		go s.probe(sh, &wg)
	}
	wg.Wait()
	return s.deep
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/survey", func(w http.ResponseWriter, r *http.Request) {
		s := &survey{shafts: []shaft{{40, 2}, {120, 3}, {90, 14}}}
		fmt.Fprintln(w, s.run())
	})
	ops.Start(mux)
	ops.Wait()
}
