package main

import (
	"errors"
	"net/http"
	"sync/atomic"
	"time"

	"steinbruch.ch/belts/alerts"
	"steinbruch.ch/belts/internal/ops"
)

type disk struct{ stored int64 }

func (d *disk) save(alerts.Alert) error {
	atomic.AddInt64(&d.stored, 1)
	return nil
}

type display struct{ shown int64 }

func (d *display) show(alerts.Alert) error {
	time.Sleep(30 * time.Millisecond)
	if atomic.AddInt64(&d.shown, 1) > 3 {
		return errors.New("the display is gone")
	}
	return nil
}

func main() {
	hub := alerts.NewHub()
	hub.Listen("disk", new(disk).save)
	hub.Listen("control-room", new(display).show)
	mux := http.NewServeMux()
	mux.HandleFunc("/alert", func(w http.ResponseWriter, r *http.Request) {
		hub.Publish(alerts.Alert{Belt: len(r.URL.RawQuery), Value: 3.5})
	})
	ops.Start(mux)
	ops.Wait()
}
