// Command letters sends what the shop has to say.
package main

import (
	"net/http"
	"sync"
	"time"

	"post.example/letters/internal/ops"
	"post.example/letters/pacer"
)

// API takes letters and answers when they are on their way.
type API struct {
	letters chan pacer.Letter
	mu      sync.Mutex
	taken   map[string]int
}

func (a *API) count(to string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.taken[to]++
}

func (a *API) send(w http.ResponseWriter, r *http.Request) {
	to := r.URL.Query().Get("to")
	a.letters <- pacer.Letter{To: to, Text: "thank you"}
	a.count(to)
	w.WriteHeader(http.StatusAccepted)
}

func main() {
	a := &API{letters: make(chan pacer.Letter), taken: map[string]int{}}
	go pacer.New(700 * time.Millisecond).Run(a.letters)
	mux := http.NewServeMux()
	mux.HandleFunc("/send", a.send)
	ops.Start(mux)
	ops.Wait()
}
