// Package orders is the book of orders.
package orders

import (
	"encoding/json"
	"net/http"
	"sync/atomic"
	"time"

	"backstube.example/orders/journal"
)

type order struct {
	ID      int64
	Branch  string
	Article string
	At      time.Time
	Note    string
}

type Book struct {
	journal *journal.Journal
	last    int64
}

func NewBook(j *journal.Journal) *Book { return &Book{journal: j} }

func (b *Book) place(branch, article string) (int64, error) {
	o := order{ID: atomic.AddInt64(&b.last, 1), Branch: branch, Article: article, At: time.Now(), Note: string(make([]byte, 20<<10))}
	record, err := json.Marshal(o)
	if err != nil {
		return 0, err
	}
	return b.journal.Append(record)
}

func (b *Book) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	at, err := b.place(r.URL.Query().Get("branch"), r.URL.Query().Get("article"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(at)
}
