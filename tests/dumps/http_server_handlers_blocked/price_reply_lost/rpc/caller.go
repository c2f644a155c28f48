// Package rpc asks over NATS. It does not use Request, because several answers may come.
package rpc

import (
	"context"

	"github.com/nats-io/nats.go"
)

type Caller struct{ Conn *nats.Conn }

func (c Caller) Call(ctx context.Context, subject string, body []byte) ([]byte, error) {
	inbox := c.Conn.NewRespInbox()
	sub, err := c.Conn.SubscribeSync(inbox)
	if err != nil {
		return nil, err
	}
	defer sub.Unsubscribe()
	if err := c.Conn.PublishRequest(subject, inbox, body); err != nil {
		return nil, err
	}
	// BUG: the callers' contexts have no deadline, and not every question is answered.
	m, err := sub.NextMsgWithContext(ctx)
	if err != nil {
		return nil, err
	}
	return m.Data, nil
}
