// Package jobs keeps the exchange rates fresh.
package jobs

import (
	"fmt"
	"io"
	"net/http"
	"sync"
	"time"

	"github.com/hashicorp/go-retryablehttp"
)

// Partner is a bank that tells us its rates.
type Partner struct{ Name, URL string }

// Table has the newest rates of each partner.
type Table struct {
	mu    sync.RWMutex
	rates map[string]string
	seen  map[string]time.Time
}

// NewTable returns an empty table.
func NewTable() *Table {
	return &Table{rates: map[string]string{}, seen: map[string]time.Time{}}
}

func (t *Table) put(partner, rates string) {
	t.mu.Lock()
	t.rates[partner], t.seen[partner] = rates, time.Now()
	t.mu.Unlock()
}

// Expire drops what is older than a day.
func (t *Table) Expire() {
	t.mu.Lock()
	defer t.mu.Unlock()
	for partner, at := range t.seen {
		if time.Since(at) > 24*time.Hour {
			delete(t.rates, partner)
		}
	}
}

func (t *Table) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	t.mu.RLock()
	defer t.mu.RUnlock()
	fmt.Fprintln(w, t.rates)
}

// Refresh is the job of one partner.
type Refresh struct {
	partner Partner
	table   *Table
	client  *retryablehttp.Client
}

// NewRefresh makes the job.
func NewRefresh(p Partner, t *Table) *Refresh {
	client := retryablehttp.NewClient()
	client.RetryMax = 2
	client.Logger = nil
	return &Refresh{partner: p, table: t, client: client}
}

// Run is called by cron.
func (r *Refresh) Run() {
	resp, err := r.client.Get(r.partner.URL)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, 1<<20))
	if err == nil {
		r.table.put(r.partner.Name, string(body))
	}
}
