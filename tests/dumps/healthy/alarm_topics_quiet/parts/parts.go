// Package parts has what acts on alarms.
package parts

import (
	"log"

	"tower.example/alarms/bus"
)

func Siren(topics ...*bus.Topic) {
	for _, t := range topics {
		t.Listen(func(topic string, _ bus.Alarm) { log.Printf("siren: %s", topic) })
	}
}

func Pager(topics ...*bus.Topic) {
	for _, t := range topics {
		t.Listen(func(topic string, a bus.Alarm) { log.Printf("page %s: %s", topic, a.Text) })
	}
}

func Journal(topics []*bus.Topic) {
	for _, t := range topics {
		t.Listen(func(topic string, a bus.Alarm) { log.Printf("journal: %s %s", topic, a.Text) })
	}
}

func Lights(t *bus.Topic)      { t.Listen(func(string, bus.Alarm) { log.Print("lights on") }) }
func Ventilation(t *bus.Topic) { t.Listen(func(string, bus.Alarm) { log.Print("ventilation up") }) }
