// Package alarm rings over MQTT.
package alarm

import (
	"fmt"
	"time"

	mqtt "github.com/eclipse/paho.mqtt.golang"
)

// Bell is the alarm at the gate.
type Bell struct{ broker string }

// NewBell returns the bell behind a broker.
func NewBell(broker string) (*Bell, error) { return &Bell{broker}, nil }

// Ring reports one door.
func (b *Bell) Ring(door string) error {
	options := mqtt.NewClientOptions().AddBroker(b.broker).SetClientID("door-" + door)
	client := mqtt.NewClient(options)
	if token := client.Connect(); !token.WaitTimeout(5*time.Second) || token.Error() != nil {
		return fmt.Errorf("connect: %w", token.Error())
	}
	token := client.Publish("doors/"+door, 1, false, "open")
	token.WaitTimeout(5 * time.Second)
	return token.Error()
}
