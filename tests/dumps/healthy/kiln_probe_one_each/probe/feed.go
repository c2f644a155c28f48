// Package probe reads the temperatures that a kiln's controller pushes.
package probe

import (
	"context"
	"encoding/json"
	"log"
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
	pause     time.Duration
}

func NewFeed(url, kiln string, pause time.Duration, out chan<- Reading) *Feed {
	return &Feed{url: url, kiln: kiln, pause: pause, out: out}
}

// Run keeps one connection open. A kiln that does not burn says nothing for hours.
func (f *Feed) Run(ctx context.Context) {
	for ctx.Err() == nil {
		if err := f.session(ctx); err != nil {
			log.Printf("kiln %s: %v", f.kiln, err)
		}
		select {
		case <-time.After(f.pause):
		case <-ctx.Done():
		}
	}
}

func (f *Feed) session(ctx context.Context) error {
	conn, _, err := websocket.DefaultDialer.DialContext(ctx, f.url, nil)
	if err != nil {
		return err
	}
	defer conn.Close()
	ended := make(chan struct{})
	defer close(ended)
	go f.ping(conn, ended)
	for {
		_, text, err := conn.ReadMessage()
		if err != nil {
			return err
		}
		var r Reading
		if json.Unmarshal(text, &r) != nil {
			continue // a greeting, or a firmware that we do not know
		}
		f.out <- r
	}
}

// ping closes a connection that cannot be written to, and so ends its reader.
func (f *Feed) ping(conn *websocket.Conn, ended <-chan struct{}) {
	t := time.NewTicker(15 * time.Second)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			if conn.WriteControl(websocket.PingMessage, nil, time.Now().Add(5*time.Second)) != nil {
				conn.Close()
				return
			}
		case <-ended:
			return
		}
	}
}
