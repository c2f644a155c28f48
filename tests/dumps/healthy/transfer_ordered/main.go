// Command transfers moves money between accounts; both locks are taken, in the order of the account numbers.
package main

import (
	"fmt"
	"math/rand"
	"net/http"
	"sync"
	"time"

	"github.com/northshop/transfers/internal/ops"
)

type account struct {
	mu    sync.Mutex
	id    int
	cents int
}

type bank struct{ accounts []*account }

func (b *bank) transfer(from, to *account, cents int) {
	if from.id > to.id {
		b.transfer(to, from, -cents)
		return
	}
	from.mu.Lock()
	defer from.mu.Unlock()
	b.book(from, to, cents)
}

func (b *bank) book(from, to *account, cents int) {
	time.Sleep(2 * time.Millisecond) // the journal
	to.mu.Lock()
	defer to.mu.Unlock()
	time.Sleep(2 * time.Millisecond)
	from.cents -= cents
	to.cents += cents
}

func main() {
	b := &bank{}
	for i := 0; i < 4; i++ {
		b.accounts = append(b.accounts, &account{id: i})
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/transfer", func(w http.ResponseWriter, r *http.Request) {
		i, d := rand.Intn(4), 1+rand.Intn(3)
		b.transfer(b.accounts[i], b.accounts[(i+d)%4], 100)
		fmt.Fprintln(w, "ok")
	})
	ops.Start(mux)
	ops.Wait()
}
