package main

import (
	"fmt"
	"net/http"
	"runtime"
	"strconv"
	"sync"

	"kino.sk/seats/internal/ops"
)

type seat struct {
	row, no int
	sold    bool
}

type hall struct {
	mu    sync.RWMutex
	seats []seat
	rows  int
}

func (h *hall) free(row int) (n int) {
	h.mu.RLock()
	defer h.mu.RUnlock()
	for _, s := range h.seats {
		if s.row == row && !s.sold {
			n++
		}
	}
	return n
}

// best returns the row with most free seats.
func (h *hall) best() (row int) {
	h.mu.RLock()
	defer h.mu.RUnlock()
	most := -1
	for r := 0; r < h.rows; r++ {
		if n := h.free(r); n > most {
			row, most = r, n
		}
		runtime.Gosched()
	}
	return row
}

func (h *hall) sell(i int) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	s := &h.seats[i%len(h.seats)]
	was := s.sold
	s.sold = true
	return !was
}

func newHall(rows, width int) *hall {
	h := &hall{rows: rows}
	for r := 0; r < rows; r++ {
		for n := 0; n < width; n++ {
			h.seats = append(h.seats, seat{row: r, no: n})
		}
	}
	return h
}

func main() {
	h := newHall(24, 18)
	mux := http.NewServeMux()
	mux.HandleFunc("/best", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, h.best()) })
	mux.HandleFunc("/sell", func(w http.ResponseWriter, r *http.Request) {
		i, _ := strconv.Atoi(r.URL.Query().Get("seat"))
		fmt.Fprintln(w, h.sell(i))
	})
	ops.Start(mux)
	ops.Wait()
}
