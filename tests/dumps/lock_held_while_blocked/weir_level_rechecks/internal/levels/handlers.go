// Package levels turns levels into flood alerts.
package levels

import (
	"encoding/json"
	"time"

	"github.com/ThreeDotsLabs/watermill"
	"github.com/ThreeDotsLabs/watermill/message"
)

// The topics.
const (
	TopicLevel = "weir.level"
	TopicFlood = "weir.flood"
)

// Level is what one gauge has measured.
type Level struct {
	Gauge string
	CM    int
	Try   int
}

// Handlers are those of both topics.
type Handlers struct{ Pub message.Publisher }

// Level looks at one level. A level of zero is put back into the topic, to be looked at again. But Publish of a
// GoChannel that blocks until the acknowledgement holds the lock of the topic meanwhile: the message is not
// acknowledged before Level returns, and Level waits for the lock.
func (h *Handlers) Level(m *message.Message) error {
	var l Level
	if err := json.Unmarshal(m.Payload, &l); err != nil {
		return nil
	}
	if l.CM == 0 && l.Try < 3 {
		l.Try++
		l.CM = 120
		return h.Publish(TopicLevel, l)
	}
	if l.CM > 500 {
		return h.Publish(TopicFlood, l)
	}
	return nil
}

// Flood tells the people downstream.
func (h *Handlers) Flood(m *message.Message) error {
	time.Sleep(time.Millisecond)
	return nil
}

// Publish sends a level to a topic.
func (h *Handlers) Publish(topic string, l Level) error {
	b, err := json.Marshal(l)
	if err != nil {
		return err
	}
	return h.Pub.Publish(topic, message.NewMessage(watermill.NewUUID(), b))
}
