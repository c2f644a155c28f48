package main

import (
	"fmt"
	"net/http"
	"runtime"
	"sync"
	"time"

	"biblio.fi/loans/internal/ops"
)

type Member struct {
	mu    sync.Mutex
	name  string
	loans map[string]time.Time
	fines int
}

type Branch struct {
	mu     sync.RWMutex
	books  map[string]int
	lent   map[string]*Member
	visits int
}

// Lend hands a book out.
func (b *Branch) Lend(title string, m *Member) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.books[title] == 0 {
		return fmt.Errorf("%s is out", title)
	}
	b.visits++
	runtime.Gosched()
	return m.take(title)
}

func (m *Member) take(title string) error {
	time.Sleep(200 * time.Microsecond)
	m.mu.Lock()
	defer m.mu.Unlock()
	m.loans[title] = time.Now()
	return nil
}

// Settle charges for what is overdue and tells what the branch still has of it.
func (m *Member) Settle(b *Branch) (left int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for title, since := range m.loans {
		if time.Since(since) > time.Nanosecond {
			m.fines++
		}
		left += b.stock(title)
	}
	return left
}

func (b *Branch) stock(title string) int {
	time.Sleep(200 * time.Microsecond)
	b.mu.RLock()
	defer b.mu.RUnlock()
	return b.books[title]
}

func main() {
	branch := &Branch{books: map[string]int{"kalevala": 40, "sinuhe": 12}, lent: map[string]*Member{}}
	member := &Member{name: "aino", loans: map[string]time.Time{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/lend", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, branch.Lend("kalevala", member)) })
	mux.HandleFunc("/settle", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, member.Settle(branch)) })
	ops.Start(mux)
	ops.Wait()
}
