// Package notices tells other services what happened, over NATS.
package notices

import (
	"encoding/json"
	"time"

	"github.com/nats-io/nats.go"
)

// Sender publishes notices.
type Sender struct{ servers map[string]string }

// NewSender returns a sender to the servers of each region.
func NewSender(servers map[string]string) *Sender { return &Sender{servers} }

// Restocked says that a region has goods of sku again.
func (s *Sender) Restocked(region, sku string) error {
	conn, err := nats.Connect(s.servers[region], nats.Name("stock"), nats.MaxReconnects(-1))
	if err != nil {
		return err
	}
	body, err := json.Marshal(map[string]any{"sku": sku, "at": time.Now().UTC()})
	if err != nil {
		return err
	}
	if err := conn.Publish("stock.restocked", body); err != nil {
		return err
	}
	return conn.FlushTimeout(2 * time.Second)
}
