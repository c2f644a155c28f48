package command

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"time"

	mqtt "github.com/eclipse/paho.mqtt.golang"
)

type Sender func(topic string, payload []byte) error

type settings struct{ qos byte }

type Option func(*settings)

func QoS(q byte) Option { return func(s *settings) { s.qos = q } }

var errTimeout = errors.New("command: broker did not confirm")

func New(broker string, opts ...Option) Sender {
	var s settings
	for _, o := range opts {
		o(&s)
	}
	return func(topic string, payload []byte) error {
		c, err := open(broker)
		if err != nil {
			return err
		}
		// BUG: Disconnect is missing, and AutoReconnect keeps the client alive for ever.
		return wait(c.Publish(topic, s.qos, false, payload))
	}
}

func open(broker string) (mqtt.Client, error) {
	id := make([]byte, 6)
	rand.Read(id)
	c := mqtt.NewClient(mqtt.NewClientOptions().AddBroker(broker).SetClientID("cmd-" + hex.EncodeToString(id)))
	return c, wait(c.Connect())
}

func wait(t mqtt.Token) error {
	if !t.WaitTimeout(3 * time.Second) {
		return errTimeout
	}
	return t.Error()
}
