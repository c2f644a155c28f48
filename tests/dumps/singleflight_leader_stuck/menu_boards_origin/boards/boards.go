// Package boards shows the day's menu of each canteen; the texts come from the kitchen's own system.
package boards

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"sync"
	"time"

	"golang.org/x/sync/singleflight"
)

type page struct {
	body  []byte
	until time.Time
}

type Boards struct {
	kitchen string
	dialer  net.Dialer
	flights singleflight.Group
	mu      sync.RWMutex
	pages   map[string]page
}

func New(kitchen string) *Boards {
	b := &Boards{kitchen: kitchen, pages: map[string]page{}}
	b.dialer.Timeout = 2 * time.Second
	go b.expire()
	return b
}

func (b *Boards) expire() {
	for now := range time.NewTicker(time.Second).C {
		b.mu.Lock()
		for k, p := range b.pages {
			if now.After(p.until) {
				delete(b.pages, k)
			}
		}
		b.mu.Unlock()
	}
}

func (b *Boards) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	canteen := r.URL.Query().Get("canteen")
	b.mu.RLock()
	p, ok := b.pages[canteen]
	b.mu.RUnlock()
	if !ok {
		v, err, _ := b.flights.Do(canteen, func() (interface{}, error) { return b.fetch(canteen) })
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		p = page{body: v.([]byte), until: time.Now().Add(time.Minute)}
		b.mu.Lock()
		b.pages[canteen] = p
		b.mu.Unlock()
	}
	w.Write(p.body)
}

// fetch asks the kitchen in its line protocol.
func (b *Boards) fetch(canteen string) ([]byte, error) {
	c, err := b.dialer.Dial("tcp", b.kitchen)
	if err != nil {
		return nil, err
	}
	defer c.Close()
	if _, err := fmt.Fprintf(c, "MENU %s\n", canteen); err != nil {
		return nil, err
	}
	return bufio.NewReader(c).ReadBytes('\n')
}
