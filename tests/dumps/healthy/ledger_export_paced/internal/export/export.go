// Package export writes a ledger as compressed CSV.
package export

import (
	"compress/gzip"
	"encoding/csv"
	"io"
	"strconv"

	"github.com/kontor/ledger/internal/bucket"
)

// Booking is a line of the ledger.
type Booking struct {
	Day     int
	Account string
	Cents   int64
}

// Ledger is one year of a tenant.
type Ledger struct {
	Tenant   string
	Year     int
	Bookings []Booking
}

// WriteTo writes all lines.
func (l *Ledger) write(w io.Writer) error {
	zip, err := gzip.NewWriterLevel(w, gzip.NoCompression)
	if err != nil {
		return err
	}
	lines := csv.NewWriter(zip)
	for _, b := range l.Bookings {
		if err := lines.Write([]string{strconv.Itoa(b.Day), b.Account, strconv.FormatInt(b.Cents, 10)}); err != nil {
			return err
		}
	}
	lines.Flush()
	if err := lines.Error(); err != nil {
		return err
	}
	return zip.Close()
}

// Save puts the ledger into the store without having all of it in memory.
func (l *Ledger) Save(s *bucket.Store) (int64, error) {
	pr, pw := io.Pipe()
	defer pr.Close()
	go func() {
		pw.CloseWithError(l.write(pw))
	}()
	return s.Put(l.Tenant, strconv.Itoa(l.Year)+".csv.gz", pr)
}
