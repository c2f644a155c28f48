package main

import (
	"encoding/json"
	"net/http"
	"strconv"
	"sync"
	"time"

	"vitalis.se/ward/internal/ops"
	"vitalis.se/ward/monitor"
)

// board shows the nurses which beds are silent.
type board struct {
	mu     sync.RWMutex
	silent map[string]time.Time
}

func (b *board) Silent(bed string) {
	b.mu.Lock()
	b.silent[bed] = time.Now()
	b.mu.Unlock()
}

func (b *board) Back(bed string) {
	b.mu.Lock()
	delete(b.silent, bed)
	b.mu.Unlock()
}

type ward struct {
	board    *board
	monitors map[string]*monitor.Monitor
}

func (w *ward) beat(rw http.ResponseWriter, r *http.Request) {
	m, ok := w.monitors[r.URL.Query().Get("bed")]
	if !ok {
		http.NotFound(rw, r)
		return
	}
	m.Beat()
}

func (w *ward) show(rw http.ResponseWriter, r *http.Request) {
	w.board.mu.RLock()
	defer w.board.mu.RUnlock()
	json.NewEncoder(rw).Encode(w.board.silent)
}

// devices stand for the bedside monitors that are wired to this host.
func (w *ward) device(bed string) {
	for range time.NewTicker(time.Millisecond).C {
		w.monitors[bed].Beat()
	}
}

func main() {
	w := &ward{board: &board{silent: map[string]time.Time{}}, monitors: map[string]*monitor.Monitor{}}
	for i := 0; i < 6; i++ {
		bed := "bed-" + strconv.Itoa(i)
		w.monitors[bed] = monitor.New(bed, time.Millisecond, w.board)
	}
	for i := 0; i < 3; i++ {
		go w.device("bed-" + strconv.Itoa(i))
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/beat", w.beat)
	mux.HandleFunc("/board", w.show)
	ops.Start(mux)
	ops.Wait()
}
