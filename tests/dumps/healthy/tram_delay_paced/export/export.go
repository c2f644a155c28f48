// Package export writes the delays of a line as CSV.
package export

import (
	"compress/gzip"
	"encoding/csv"
	"io"
	"math/rand"
	"strconv"
	"time"
)

type Row struct {
	Stop  string
	At    time.Time
	Delay time.Duration
}

// Source gives rows until it says false.
type Source interface{ Next() (Row, bool) }

type year struct {
	at, end time.Time
	rnd     *rand.Rand
}

func Year(seed int64) Source {
	start := time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)
	return &year{start, start.AddDate(1, 0, 0), rand.New(rand.NewSource(seed))}
}

func (y *year) Next() (Row, bool) {
	y.at = y.at.Add(time.Duration(y.rnd.Intn(30)) * time.Second)
	return Row{"stop-" + strconv.Itoa(y.rnd.Intn(4000)), y.at, time.Duration(y.rnd.Intn(900)) * time.Second}, y.at.Before(y.end)
}

func CSV(w io.Writer, src Source) error {
	z, _ := gzip.NewWriterLevel(w, gzip.BestSpeed)
	c := csv.NewWriter(z)
	for {
		row, ok := src.Next()
		if !ok {
			break
		}
		if err := c.Write([]string{row.Stop, row.At.Format(time.RFC3339), row.Delay.String()}); err != nil {
			return err
		}
	}
	c.Flush()
	if err := c.Error(); err != nil {
		return err
	}
	return z.Close()
}
