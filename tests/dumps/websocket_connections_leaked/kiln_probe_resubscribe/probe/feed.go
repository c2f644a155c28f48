// Package probe reads the temperatures that a kiln's controller pushes.
package probe

import (
	"context"
	"encoding/json"
	"log"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

type Reading struct {
	Kiln    string
	Celsius float64
}

// Feed is the subscription of one kiln.
type Feed struct {
	url, kiln string
	out       chan<- Reading
	silence   time.Duration

	mu   sync.Mutex
	conn *websocket.Conn
	last time.Time
}

func NewFeed(url, kiln string, silence time.Duration, out chan<- Reading) *Feed {
	return &Feed{url: url, kiln: kiln, silence: silence, out: out}
}

// Run subscribes, and subscribes again when nothing came for too long.
func (f *Feed) Run(ctx context.Context) {
	f.subscribe(ctx)
	check := time.NewTicker(f.silence / 2)
	defer check.Stop()
	for {
		select {
		case <-check.C:
			f.mu.Lock()
			silent := time.Since(f.last) > f.silence
			f.mu.Unlock()
			if silent {
				f.subscribe(ctx)
			}
		case <-ctx.Done():
			return
		}
	}
}

func (f *Feed) subscribe(ctx context.Context) {
	conn, _, err := websocket.DefaultDialer.DialContext(ctx, f.url, nil)
	if err != nil {
		log.Printf("kiln %s: %v", f.kiln, err)
		return
	}
	f.mu.Lock()
	f.conn, f.last = conn, time.Now()
	f.mu.Unlock()
	go f.read(conn)
}

func (f *Feed) read(conn *websocket.Conn) {
	for {
		_, text, err := conn.ReadMessage()
		if err != nil {
			log.Printf("kiln %s: %v", f.kiln, err)
			return
		}
		var r Reading
		if json.Unmarshal(text, &r) != nil {
			continue // a greeting, or a firmware that we do not know
		}
		f.mu.Lock()
		f.last = time.Now()
		f.mu.Unlock()
		f.out <- r
	}
}
