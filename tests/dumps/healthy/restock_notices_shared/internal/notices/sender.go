// Package notices tells other services what happened, over NATS.
package notices

import (
	"encoding/json"
	"time"

	"github.com/nats-io/nats.go"
)

// Sender publishes notices over the one connection of the service.
type Sender struct{ conn *nats.Conn }

// NewSender connects to the servers at url.
func NewSender(url string) (*Sender, error) {
	conn, err := nats.Connect(url, nats.Name("stock"), nats.MaxReconnects(-1))
	return &Sender{conn}, err
}

// Restocked says that there are goods of sku again.
func (s *Sender) Restocked(sku string) error {
	body, err := json.Marshal(map[string]any{"sku": sku, "at": time.Now().UTC()})
	if err != nil {
		return err
	}
	if err := s.conn.Publish("stock.restocked", body); err != nil {
		return err
	}
	return s.conn.FlushTimeout(2 * time.Second)
}
