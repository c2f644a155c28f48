// Command ledger exports the books at the end of a year.
package main

import (
	"fmt"
	"net/http"

	"github.com/kontor/ledger/internal/bucket"
	"github.com/kontor/ledger/internal/export"
	"github.com/kontor/ledger/internal/ops"
)

func yearOf(tenant string, year int) *export.Ledger {
	l := &export.Ledger{Tenant: tenant, Year: year}
	for day := 1; day <= 365; day++ {
		for i := 0; i < 8; i++ {
			l.Bookings = append(l.Bookings, export.Booking{Day: day, Account: fmt.Sprint(3000 + i), Cents: int64(day * i)})
		}
	}
	return l
}

type exports struct{ store *bucket.Store }

func (e *exports) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	n, err := yearOf(r.URL.Query().Get("tenant"), 2025).Save(e.store)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInsufficientStorage)
		return
	}
	fmt.Fprintln(w, n)
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("/export", &exports{store: bucket.New(60_000)})
	ops.Start(mux)
	ops.Wait()
}
