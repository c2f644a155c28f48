// Package broker sends declarations to the customs office.
package broker

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"time"
)

type Declaration struct {
	Number string    `json:"number"`
	Goods  []string  `json:"goods"`
	At     time.Time `json:"at"`
}

type Broker struct {
	office  string
	pending chan Declaration
	retry   *time.Ticker
	failed  []Declaration
	back    chan Declaration
}

func New(office string, workers int) *Broker {
	b := &Broker{office: office, pending: make(chan Declaration, 128),
		back: make(chan Declaration, 128), retry: time.NewTicker(20 * time.Second)}
	for i := 0; i < workers; i++ {
		go b.worker()
	}
	go b.again()
	return b
}

func (b *Broker) Enqueue(d Declaration) bool {
	select {
	case b.pending <- d:
		return true
	default:
		return false
	}
}

func (b *Broker) worker() {
	for d := range b.pending {
		if err := b.send(d); err != nil {
			log.Printf("declaration %s: %v", d.Number, err)
			b.back <- d
		}
	}
}

func (b *Broker) send(d Declaration) error {
	text, err := json.Marshal(d)
	if err != nil {
		return err
	}
	resp, err := http.Post(b.office, "application/json", bytes.NewReader(text))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode/100 != 2 {
		return fmt.Errorf("office: %s", resp.Status)
	}
	return nil
}

func (b *Broker) again() {
	for {
		select {
		case d := <-b.back:
			b.failed = append(b.failed, d)
		case <-b.retry.C:
			for _, d := range b.failed {
				b.Enqueue(d)
			}
			b.failed = nil
		}
	}
}
