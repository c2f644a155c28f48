// Package warehouse sends messages to the warehouse.
package warehouse

import "github.com/go-stomp/stomp/v3"

// Queue is the warehouse's queue of orders.
type Queue struct{ conn *stomp.Conn }

// Open connects to the broker at addr.
func Open(addr string) (*Queue, error) {
	conn, err := stomp.Dial("tcp", addr)
	return &Queue{conn}, err
}

// Shipped tells that an order has left.
func (q *Queue) Shipped(order string) error {
	return q.conn.Send("/queue/shipped", "text/plain", []byte(order))
}
