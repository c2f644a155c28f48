package export

import (
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"sync/atomic"
)

var ErrQuota = errors.New("the vault is full")

// Vault keeps objects up to a quota.
type Vault struct {
	Quota int64
	used  int64
}

func (v *Vault) Put(name string, body io.Reader) (int64, error) {
	if atomic.AddInt64(&v.used, 1) > v.Quota {
		return 0, ErrQuota
	}
	return io.Copy(io.Discard, body)
}

// Filings writes the filings of a case into the vault as a table.
func Filings(v *Vault, id string) (int64, error) {
	pr, pw := io.Pipe()
	go func() {
		table := csv.NewWriter(pw)
		for i := 0; i < 900; i++ {
			table.Write([]string{id, strconv.Itoa(i), "motion to dismiss"})
		}
		table.Flush()
		pw.CloseWithError(table.Error())
	}()
	return v.Put(id+".csv", pr)
}
