// Package warehouse adds up what the warehouses have of an article.
package warehouse

import (
	"errors"
	"math/rand"
	"time"
)

var errOffline = errors.New("warehouse is offline")

type result struct {
	house string
	count int
	err   error
}

// Sum asks all warehouses at once.
func Sum(sku string, houses []string) (int, error) {
	results := make(chan result)
	for _, house := range houses {
		house := house
		go func() {
			count, err := query(house, sku)
			results <- result{house, count, err}
		}()
	}
	total := 0
	for range houses {
		r := <-results
		if r.err != nil {
			// BUG: the other warehouses still want to send.
			return 0, r.err
		}
		total += r.count
	}
	return total, nil
}

func query(house, sku string) (int, error) {
	if house == "returns" {
		return 0, errOffline
	}
	time.Sleep(time.Duration(10+rand.Intn(20)) * time.Millisecond)
	return len(sku) * 3, nil
}
