// Package export writes the tables.
package export

import (
	"fmt"
	"net/http"
	"time"
)

// Points streams a table; the archive gives a page each few seconds.
func Points(w http.ResponseWriter, r *http.Request) {
	for n := 0; n < 30; n++ {
		if err := page(w, r, n); err != nil {
			return
		}
	}
}

func page(w http.ResponseWriter, r *http.Request, n int) error {
	t := time.NewTimer(5 * time.Second)
	defer t.Stop()
	select {
	case <-t.C:
	case <-r.Context().Done():
		return r.Context().Err()
	}
	_, err := fmt.Fprintf(w, "%d;%d\n", n, n*n)
	return err
}

// Register makes the whole table before it answers.
func Register(w http.ResponseWriter, r *http.Request) {
	time.Sleep(145 * time.Second)
	fmt.Fprintln(w, "register")
}
