// Command places tells drivers when a place becomes free.
package main

import (
	"fmt"
	"net/http"
	"time"

	"garage.example/places/internal/ops"
)

type cmd struct {
	op    string
	topic string
	ch    chan string
	msg   string
}
type PubSub struct{ cmds chan cmd }

func New(capacity int) *PubSub {
	ps := &PubSub{cmds: make(chan cmd)}
	go ps.start()
	return ps
}
func (ps *PubSub) Sub(topic string) chan string {
	ch := make(chan string, 1)
	ps.cmds <- cmd{op: "sub", topic: topic, ch: ch}
	return ch
}
func (ps *PubSub) Unsub(ch chan string, topic string) {
	ps.cmds <- cmd{op: "unsub", topic: topic, ch: ch}
}
func (ps *PubSub) Pub(topic, msg string) { ps.cmds <- cmd{op: "pub", topic: topic, msg: msg} }
func (ps *PubSub) start() {
	reg := registry{topics: map[string]map[chan string]bool{}}
	for c := range ps.cmds {
		switch c.op {
		case "sub":
			reg.add(c.topic, c.ch)
		case "unsub":
			delete(reg.topics[c.topic], c.ch)
		case "pub":
			reg.send(c.topic, c.msg)
		}
	}
}

type registry struct {
	topics map[string]map[chan string]bool
}

func (r *registry) add(topic string, ch chan string) {
	if r.topics[topic] == nil {
		r.topics[topic] = map[chan string]bool{}
	}
	r.topics[topic][ch] = true
}
func (r *registry) send(topic, msg string) {
	for ch := range r.topics[topic] {
		ch <- msg
	}
}

func main() {
	ps := New(1)
	mux := http.NewServeMux()
	mux.HandleFunc("/wait", func(w http.ResponseWriter, r *http.Request) {
		ch := ps.Sub("parking")
		defer ps.Unsub(ch, "parking")
		select {
		case m := <-ch:
			time.Sleep(30 * time.Millisecond)
			fmt.Fprintln(w, m)
		case <-r.Context().Done():
		}
	})
	mux.HandleFunc("/free", func(w http.ResponseWriter, r *http.Request) { ps.Pub("parking", r.URL.RawQuery) })
	ops.Start(mux)
	ops.Wait()
}
