// Package rates keeps the duties that were asked for lately.
package rates

import (
	"log"
	"sync"
	"time"

	"zollhaus.example/tariffs/wco"
)

type entry struct {
	duty *wco.Duty
	at   time.Time
}

type Book struct {
	client *wco.Client
	ttl    time.Duration
	stop   chan struct{}

	mu      sync.RWMutex
	entries map[string]entry
}

func NewBook(client *wco.Client, ttl time.Duration) *Book {
	b := &Book{client: client, ttl: ttl, stop: make(chan struct{}), entries: make(map[string]entry)}
	go b.evict()
	go b.warm()
	return b
}

func (b *Book) Duty(code string) (*wco.Duty, error) {
	b.mu.RLock()
	e, ok := b.entries[code]
	b.mu.RUnlock()
	if ok && time.Since(e.at) < b.ttl {
		return e.duty, nil
	}
	duty, err := b.client.Fetch(code)
	if err != nil {
		return nil, err
	}
	b.mu.Lock()
	b.entries[code] = entry{duty, time.Now()}
	b.mu.Unlock()
	return duty, nil
}

func (b *Book) evict() {
	t := time.NewTicker(b.ttl / 4)
	defer t.Stop()
	for {
		select {
		case now := <-t.C:
			b.mu.Lock()
			for code, e := range b.entries {
				if now.Sub(e.at) > b.ttl {
					delete(b.entries, code)
				}
			}
			b.mu.Unlock()
		case <-b.stop:
			return
		}
	}
}

func (b *Book) warm() {
	for {
		if err := b.client.Ping(); err != nil {
			log.Printf("tariff service: %v", err)
		}
		select {
		case <-time.After(30 * time.Second):
		case <-b.stop:
			return
		}
	}
}

func (b *Book) Close() { close(b.stop) }
