// Command textsok fills a cache the right way: read lock, given back, then the write lock.
package main

import (
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/northshop/textsok/internal/ops"
)

type texts struct {
	mu    sync.RWMutex
	known map[string]string
}

func (t *texts) get(key string) string {
	if text, ok := t.peek(key); ok {
		return text
	}
	return t.load(key)
}

func (t *texts) peek(key string) (string, bool) {
	t.mu.RLock()
	defer t.mu.RUnlock()
	time.Sleep(3 * time.Millisecond)
	text, ok := t.known[key]
	return text, ok
}

func (t *texts) load(key string) string {
	t.mu.Lock()
	defer t.mu.Unlock()
	time.Sleep(5 * time.Millisecond) // the translation memory
	if len(t.known) > 50 {
		t.known = map[string]string{}
	}
	t.known[key] = "text of " + key
	return t.known[key]
}

func main() {
	t := &texts{known: map[string]string{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/text", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, t.get(r.URL.RawQuery)) })
	ops.Start(mux)
	ops.Wait()
}
