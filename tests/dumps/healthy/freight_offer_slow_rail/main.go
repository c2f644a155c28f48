package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"spedition.at/offers/internal/ops"
)

type quote struct {
	carrier string
	cents   int
	err     error
}

type carrier struct {
	name  string
	delay time.Duration
}

func (c carrier) price(ctx context.Context, load string) (int, error) {
	t := time.NewTimer(c.delay)
	defer t.Stop()
	select {
	case <-t.C:
		return len(load) * 1000, nil
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}

type exchange struct{ carriers []carrier }

func (x *exchange) first(load string) (quote, error) {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	out := make(chan quote, len(x.carriers))
	left := make(chan struct{}, len(x.carriers))
	for _, c := range x.carriers {
		go func(c carrier) {
			cents, err := c.price(ctx, load)
			out <- quote{c.name, cents, err}
			left <- struct{}{}
		}(c)
	}
	go x.settle(left, cancel)
	for range x.carriers {
		if q := <-out; q.err == nil {
			return q, nil
		}
	}
	return quote{}, fmt.Errorf("nobody drives %s", load)
}

// settle lets the others finish, for the statistics, and frees the context.
func (x *exchange) settle(left <-chan struct{}, cancel context.CancelFunc) {
	defer cancel()
	for range x.carriers {
		<-left
	}
}

func (x *exchange) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	q, err := x.first(r.URL.Query().Get("load"))
	fmt.Fprintln(w, q, err)
}

func main() {
	x := &exchange{[]carrier{{"nord", 60 * time.Millisecond}, {"alpen", 30 * time.Millisecond}, {"rail", 900 * time.Millisecond}}}
	mux := http.NewServeMux()
	mux.Handle("/offer", x)
	ops.Start(mux)
	ops.Wait()
}
