package main

import (
	"context"
	"net/http"
	"os"

	"github.com/ThreeDotsLabs/watermill"
	"github.com/ThreeDotsLabs/watermill/message"
	"github.com/ThreeDotsLabs/watermill/pubsub/gochannel"

	"orders/internal/ops"
)

type projector struct{ seen map[string]int }

func (p *projector) consume(msgs <-chan *message.Message) {
	for m := range msgs {
		kind := m.Metadata.Get("kind")
		if kind == "" {
			continue
		}
		p.seen[kind]++
		m.Ack()
	}
}

func main() {
	logger := watermill.NewStdLoggerWithOut(os.Stderr, false, false)
	bus := gochannel.NewGoChannel(gochannel.Config{OutputChannelBuffer: 16}, logger)
	msgs, err := bus.Subscribe(context.Background(), "orders")
	if err != nil {
		panic(err)
	}
	p := &projector{seen: map[string]int{}}
	go p.consume(msgs)
	mux := http.NewServeMux()
	mux.HandleFunc("/order", func(w http.ResponseWriter, r *http.Request) {
		m := message.NewMessage(watermill.NewUUID(), []byte(`{"id":1}`))
		if k := r.URL.Query().Get("kind"); k != "" {
			m.Metadata.Set("kind", k)
		}
		if err := bus.Publish("orders", m); err != nil {
			http.Error(w, err.Error(), 500)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
