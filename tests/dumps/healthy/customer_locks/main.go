// Command customers has a lock for each customer; every one of them is busy for a moment.
package main

import (
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/northshop/customers/internal/ops"
)

type customer struct {
	mu     sync.Mutex
	orders int
}

// account is small and travels by value; what it shares is behind a pointer.
type account struct {
	name string
	*customer
}

func (a account) order() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	time.Sleep(30 * time.Millisecond) // the payment provider
	a.orders++
	return a.orders
}

type book struct {
	mu   sync.Mutex
	byID map[string]account
}

func (b *book) find(id string) account {
	b.mu.Lock()
	defer b.mu.Unlock()
	a, ok := b.byID[id]
	if !ok {
		a = account{id, &customer{}}
		b.byID[id] = a
	}
	return a
}

func main() {
	b := &book{byID: map[string]account{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/order", func(w http.ResponseWriter, r *http.Request) {
		id := r.URL.Query().Get("id")
		if len(id) > 1 {
			id = id[len(id)-1:]
		}
		fmt.Fprintln(w, b.find(id).order())
	})
	ops.Start(mux)
	ops.Wait()
}
