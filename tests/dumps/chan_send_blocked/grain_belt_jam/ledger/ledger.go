// Package ledger books samples at the cooperative.
package ledger

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"time"

	"silo.example/intake/belt"
)

type Books struct {
	base string
	http http.Client
}

func Dial(base string) *Books {
	return &Books{base: base, http: http.Client{Timeout: 800 * time.Millisecond}}
}

// Keep books what comes, one after the other: the cooperative wants them in order.
func (b *Books) Keep(graded <-chan belt.Sample) {
	for s := range graded {
		if err := b.book(s); err != nil {
			log.Printf("booking %s/%d: %v", s.Plate, s.No, err)
			return
		}
	}
}

func (b *Books) book(s belt.Sample) error {
	resp, err := b.http.Get(fmt.Sprintf("%s/slow?ms=%d&plate=%s&no=%d", b.base, 45*(1+s.No), s.Plate, s.No))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}
