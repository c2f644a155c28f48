package tariffs

import (
	"context"
	"errors"
	"time"
)

// Tariff is the price of a kilowatt hour by the hour.
type Tariff struct {
	Code  string
	Cents [24]int
}

type lookup struct {
	code  string
	reply chan Tariff
}

// book owns the tariffs; only its loop touches the map.
type book struct {
	lookups chan lookup
	byCode  map[string]Tariff
}

func openBook(ctx context.Context) *book {
	b := &book{lookups: make(chan lookup), byCode: make(map[string]Tariff)}
	go b.loop(ctx)
	return b
}

func (b *book) loop(ctx context.Context) {
	compact := time.NewTicker(time.Minute)
	defer compact.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-compact.C:
			for code := range b.byCode {
				if code == "" {
					delete(b.byCode, code)
				}
			}
		case q := <-b.lookups:
			t, ok := b.byCode[q.code]
			if !ok {
				t = Tariff{Code: q.code}
				b.byCode[q.code] = t
			}
			q.reply <- t
		}
	}
}

var errClosed = errors.New("tariffs: closed")

func (b *book) find(code string) (Tariff, error) {
	q := lookup{code: code, reply: make(chan Tariff, 1)}
	b.lookups <- q
	t, ok := <-q.reply
	if !ok {
		return t, errClosed
	}
	return t, nil
}
