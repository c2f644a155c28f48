// Command prices updates prices; a handler that panics is caught by net/http.
package main

import (
	"fmt"
	"net/http"
	"strconv"
	"sync"

	"github.com/northshop/prices/internal/ops"
)

type priceList struct {
	sync.RWMutex
	cents []int
}

func (p *priceList) update(i, cents int) {
	p.Lock()
	p.cents[i] = cents // BUG: an index out of range leaves the lock locked
	p.Unlock()
}

func (p *priceList) get(i int) int {
	p.RLock()
	defer p.RUnlock()
	return p.cents[i]
}

func main() {
	p := &priceList{cents: make([]int, 10)}
	mux := http.NewServeMux()
	mux.HandleFunc("/update", func(w http.ResponseWriter, r *http.Request) {
		i, _ := strconv.Atoi(r.URL.Query().Get("i"))
		p.update(i, 100)
	})
	mux.HandleFunc("/price", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, p.get(1)) })
	ops.Start(mux)
	ops.Wait()
}
