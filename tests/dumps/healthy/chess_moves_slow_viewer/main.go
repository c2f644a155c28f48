// Command moves shows the moves of a tournament to whoever watches a game.
package main

import (
	"fmt"
	"net/http"
	"os"
	"strings"
	"sync/atomic"

	"chess.example/moves/internal/ops"
)

// Move is one ply.
type Move struct{ Game, Text string }

type viewer struct {
	moves chan Move
	game  string
}

// Hub hands every move to every viewer; it waits for slow ones, who must miss none.
type Hub struct {
	moves  chan Move
	join   chan *viewer
	leave  chan *viewer
	handed int64
}

func NewHub() *Hub {
	h := &Hub{moves: make(chan Move), join: make(chan *viewer), leave: make(chan *viewer)}
	go h.run()
	return h
}

func (h *Hub) run() {
	viewers := map[*viewer]bool{}
	for {
		select {
		case v := <-h.join:
			viewers[v] = true
		case v := <-h.leave:
			delete(viewers, v)
		case m := <-h.moves:
			for v := range viewers {
				h.hand(v, m)
			}
		}
	}
}

func (h *Hub) hand(v *viewer, m Move) {
	v.moves <- m
	atomic.AddInt64(&h.handed, 1)
}

func (h *Hub) watch(w http.ResponseWriter, r *http.Request) {
	v := &viewer{moves: make(chan Move), game: r.URL.Query().Get("game")}
	h.join <- v
	flush := w.(http.Flusher)
	diagram := strings.Repeat("rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR\n", 4000)
	for m := range v.moves {
		if _, err := fmt.Fprintln(w, m.Text, diagram); err != nil {
			break
		}
		flush.Flush()
	}
	go func() {
		for range v.moves {
		}
	}()
	h.leave <- v
}

func (h *Hub) move(w http.ResponseWriter, r *http.Request) {
	h.moves <- Move{r.URL.Query().Get("game"), r.URL.Query().Get("move")}
	fmt.Fprintln(w, os.Getpid())
}

func main() {
	h := NewHub()
	mux := http.NewServeMux()
	mux.HandleFunc("/watch", h.watch)
	mux.HandleFunc("/move", h.move)
	ops.Start(mux)
	ops.Wait()
}
