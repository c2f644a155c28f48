// Package warehouse sends messages to the warehouse.
package warehouse

import (
	"fmt"

	"github.com/go-stomp/stomp/v3"
)

// Queue is the warehouse's queue of orders.
type Queue struct{ addr string }

// Open returns the queue of the broker at addr.
func Open(addr string) (*Queue, error) { return &Queue{addr}, nil }

// Shipped tells that an order has left.
func (q *Queue) Shipped(order string) error {
	conn, err := stomp.Dial("tcp", q.addr)
	if err != nil {
		return fmt.Errorf("broker: %w", err)
	}
	return conn.Send("/queue/shipped", "text/plain", []byte(order))
}
