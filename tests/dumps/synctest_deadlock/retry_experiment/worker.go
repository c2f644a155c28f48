// Package outbox delivers messages in the background.
package outbox

import "time"

type Outbox struct{ messages chan string }

func New() *Outbox {
	o := &Outbox{messages: make(chan string)}
	go o.deliver()
	return o
}

func (o *Outbox) deliver() {
	for range o.messages {
		time.Sleep(time.Second)
	}
}

func (o *Outbox) Send(m string) { o.messages <- m }
