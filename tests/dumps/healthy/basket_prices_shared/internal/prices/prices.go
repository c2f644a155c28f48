// Package prices asks the price service and remembers what it said.
package prices

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"github.com/jellydator/ttlcache/v3"
)

// List is the list of prices, with what is known of them.
type List struct {
	url   string
	known *ttlcache.Cache[string, int]
}

// NewList returns the list at url.
func NewList(url string) *List {
	known := ttlcache.New(ttlcache.WithTTL[string, int](10 * time.Minute))
	go known.Start()
	return &List{url, known}
}

// Total adds up the prices of a basket, each asked for once in ten minutes.
func (l *List) Total(ctx context.Context, skus []string) (int, error) {
	total := 0
	for _, sku := range skus {
		item := l.known.Get(sku)
		if item == nil {
			price, err := l.fetch(ctx, sku)
			if err != nil {
				return 0, err
			}
			item = l.known.Set(sku, price, ttlcache.DefaultTTL)
		}
		total += item.Value()
	}
	return total, nil
}

func (l *List) fetch(ctx context.Context, sku string) (int, error) {
	req, err := http.NewRequestWithContext(ctx, "GET", l.url+"/price/"+sku, nil)
	if err != nil {
		return 0, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	var level struct{ Stock int }
	return level.Stock, json.NewDecoder(resp.Body).Decode(&level)
}
