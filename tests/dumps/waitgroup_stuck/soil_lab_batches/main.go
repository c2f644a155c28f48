package main

import (
	"context"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"agrolab.fr/samples/group"
	"agrolab.fr/samples/internal/ops"
)

type lab struct {
	limit int64
}

func (l *lab) measure(ctx context.Context, sample int) error {
	select {
	case <-time.After(30 * time.Millisecond):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// batch measures the samples of one field; the field's budget of time is short.
func (l *lab) batch(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), 50*time.Millisecond)
	defer cancel()
	g := group.New(ctx, l.limit)
	n, _ := strconv.Atoi(r.URL.Query().Get("samples"))
	for i := 0; i < n; i++ {
		i := i
		g.Go(func() error { return l.measure(ctx, i) })
	}
	fmt.Fprintln(w, n, g.Wait())
}

func main() {
	l := &lab{limit: 2}
	mux := http.NewServeMux()
	mux.HandleFunc("/batch", l.batch)
	ops.Start(mux)
	ops.Wait()
}
