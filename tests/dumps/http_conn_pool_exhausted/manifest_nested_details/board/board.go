// Package board shows manifests and berths to the dispatchers.
package board

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"time"

	"hafen.example/manifests/terminal"
)

type Board struct {
	client *terminal.Client
	berths atomic.Value
}

func New(client *terminal.Client) *Board {
	b := &Board{client: client}
	b.berths.Store(0)
	return b
}

func (b *Board) Manifest(w http.ResponseWriter, r *http.Request) {
	ship := strings.TrimPrefix(r.URL.Path, "/manifest/")
	err := b.client.EachLine(r.Context(), ship, func(fields []string) error {
		where, err := b.client.Container(r.Context(), fields[2])
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(w, "%s %s %d\n", fields[0], where.Path, where.Stock)
		return err
	})
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

func (b *Board) Berths(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, b.berths.Load())
}

func (b *Board) Refresh() {
	for range time.Tick(20 * time.Second) {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		if c, err := b.client.Container(ctx, "berths"); err == nil {
			b.berths.Store(c.Stock)
		}
		cancel()
	}
}
