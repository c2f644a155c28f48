// Package alarm rings over MQTT.
package alarm

import (
	"fmt"
	"time"

	mqtt "github.com/eclipse/paho.mqtt.golang"
)

// Bell is the alarm at the gate, behind one connection to the broker.
type Bell struct{ client mqtt.Client }

// NewBell returns the bell behind a broker.
func NewBell(broker string) (*Bell, error) {
	client := mqtt.NewClient(mqtt.NewClientOptions().AddBroker(broker).SetClientID("doors"))
	if token := client.Connect(); !token.WaitTimeout(5*time.Second) || token.Error() != nil {
		return nil, fmt.Errorf("connect: %w", token.Error())
	}
	return &Bell{client}, nil
}

// Ring reports one door.
func (b *Bell) Ring(door string) error {
	token := b.client.Publish("doors/"+door, 1, false, "open")
	token.WaitTimeout(5 * time.Second)
	return token.Error()
}
