package main

import (
	"log"
	"net/http"
	"time"

	"github.com/kestrel-iot/bridge/internal/ops"
	"github.com/kestrel-iot/bridge/outbox"
)

type device struct {
	id  string
	box *outbox.Box
}

func (d *device) pump(w http.ResponseWriter, drained chan<- struct{}) {
	defer close(drained)
	for {
		frame, err := d.box.Take()
		if err != nil {
			return
		}
		w.Write(frame)
	}
}

func attach(w http.ResponseWriter, r *http.Request) {
	d := &device{id: r.FormValue("id"), box: outbox.New()}
	drained := make(chan struct{})
	go d.pump(w, drained)
	defer d.box.Close()
	for i := 0; i < 3; i++ {
		d.box.Put([]byte("hello " + d.id + "\n"))
		time.Sleep(2 * time.Millisecond)
	}
}

func main() {
	log.SetPrefix("bridge ")
	mux := http.NewServeMux()
	mux.HandleFunc("/attach", attach)
	ops.Start(mux)
	ops.Wait()
}
