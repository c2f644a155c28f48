package notify

import (
	"fmt"
	"time"

	"github.com/nats-io/nats.go"
)

// Notifier tells the others.
type Notifier interface {
	Notify(subject string, data []byte) error
}

type bus struct{ url string }

// ViaBus notifies over NATS.
func ViaBus(url string) Notifier { return bus{url} }

func (b bus) Notify(subject string, data []byte) error {
	nc, err := nats.Connect(b.url, nats.Name("tracking"), nats.MaxReconnects(-1), nats.ReconnectWait(2*time.Second))
	if err != nil {
		return fmt.Errorf("bus: %w", err)
	}
	if err := nc.Publish(subject, data); err != nil {
		return err
	}
	return nc.FlushTimeout(2 * time.Second)
}
