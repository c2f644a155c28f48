package main

import (
	"errors"
	"fmt"
	"net/http"
	"sync"
	"time"

	"tierklinik.de/lab/internal/ops"
)

var errLate = errors.New("analyser did not answer in time")

type sample struct {
	animal string
	kind   string
}

type report struct {
	sample sample
	values map[string]float64
}

type analyser struct {
	mu    sync.Mutex
	runs  int
	model string
}

func (a *analyser) run(s sample) *report {
	a.mu.Lock()
	a.runs++
	n := a.runs
	a.mu.Unlock()
	if n%3 == 0 {
		time.Sleep(20 * time.Millisecond)
	} else {
		time.Sleep(90 * time.Millisecond)
	}
	return &report{sample: s, values: map[string]float64{"alt": float64(n)}}
}

type lab struct {
	analysers []*analyser
	deadline  time.Duration
}

func (l *lab) examine(s sample) (*report, error) {
	done := make(chan *report)
	a := l.analysers[len(s.animal)%len(l.analysers)]
	go func() {
		done <- a.run(s)
	}()
	select {
	case r := <-done:
		return r, nil
	case <-time.After(l.deadline):
		return nil, fmt.Errorf("%s: %w", a.model, errLate)
	}
}

func (l *lab) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	rep, err := l.examine(sample{animal: r.URL.Query().Get("animal"), kind: "blood"})
	if err != nil {
		http.Error(w, err.Error(), http.StatusGatewayTimeout)
		return
	}
	fmt.Fprintln(w, rep.values)
}

func main() {
	l := &lab{deadline: 40 * time.Millisecond, analysers: []*analyser{{model: "idexx"}, {model: "vetscan"}}}
	mux := http.NewServeMux()
	mux.Handle("/examine", l)
	ops.Start(mux)
	ops.Wait()
}
