package calendar

import (
	"context"
	"encoding/json"
	"net/http"
	"sync"
	"time"

	"hr/calendar/retry"
)

type Calendar struct {
	mu   sync.Mutex
	days map[string]map[string]bool
	url  string
	http http.Client
}

func New(url string) *Calendar {
	return &Calendar{days: map[string]map[string]bool{}, url: url, http: http.Client{Timeout: 2 * time.Second}}
}

func (c *Calendar) Free(ctx context.Context, country, day string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	known, ok := c.days[country]
	if !ok {
		fetched, err := retry.Do(12, func() (map[string]bool, error) { return c.fetch(country) })
		if err != nil {
			return false
		}
		known, c.days[country] = fetched, fetched
	}
	return known[day]
}

func (c *Calendar) fetch(country string) (map[string]bool, error) {
	resp, err := c.http.Get(c.url + "?c=" + country)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var days map[string]bool
	return days, json.NewDecoder(resp.Body).Decode(&days)
}
